package lyceum.web.open;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What was drawn last at each address, so that however many look on, it is drawn once for all of them. Any thread. */
final class Drawn {
    private static final int MOST = 500;
    private static final long NANOS_GOOD = Duration.ofSeconds(1).toNanos();

    private final Map<String, Last> last = new ConcurrentHashMap<>();
    private final LongSupplier changes;

    Drawn(LongSupplier changes) {
        this.changes = changes;
    }

    private record Last(long change, long nanos, Optional<String> text) {}

    /** Draws again where something was committed since, or a second has passed. */
    Optional<String> at(String address, Supplier<Optional<String>> draw) {
        if (last.size() > MOST) {
            last.clear(); // anybody can ask for any address
        }
        long change = changes.getAsLong();
        long now = System.nanoTime();
        return last.compute(
                        address,
                        (_, before) -> before != null && before.change() == change && now - before.nanos() < NANOS_GOOD
                                ? before
                                : new Last(change, now, draw.get()))
                .text();
    }
}
