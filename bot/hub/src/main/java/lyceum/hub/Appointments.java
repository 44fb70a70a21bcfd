package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Rows that wait in memory for their instant; in the outbox they stand already. One bell for each instant, however many rows. */
final class Appointments {
    private final Parts.Nature nature;
    private final Consumer<List<Row>> go;
    private final ConcurrentSkipListMap<Instant, List<Row>> waiting = new ConcurrentSkipListMap<>();

    /** @param go is called on the alarm's thread */
    Appointments(Parts.Nature nature, Consumer<List<Row>> go) {
        this.nature = nature;
        this.go = go;
    }

    /** Any thread; what is due already goes at once. */
    void add(Map<Instant, List<Row>> rows) {
        rows.forEach((at, more) -> {
            waiting.merge(
                    at,
                    more,
                    (some, others) ->
                            Stream.concat(some.stream(), others.stream()).toList());
            nature.alarm().after(Duration.between(nature.clock().instant(), at), () -> ring(at));
        });
    }

    /** Lets go what is due: also after the clock was set. Any thread. */
    void clockWasSet() {
        ring(Instant.MIN);
    }

    /** A bell may ring a little before its instant, by a clock that counts in milliseconds. */
    private void ring(Instant bell) {
        Instant now = nature.clock().instant();
        Instant until = bell.isAfter(now) ? bell : now;
        for (Instant at : waiting.headMap(until, true).keySet()) {
            List<Row> rows = waiting.remove(at);
            if (rows != null) {
                go.accept(rows);
            }
        }
    }
}
