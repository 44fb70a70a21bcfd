package lyceum.program.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import lyceum.kernel.event.Talk.MessagePosted;

/** The three trials of the relay: talk with changes in flight, overload, and a day's backlog. */
public final class Simulations {
    private static final int A_SECOND = 500;
    /** Out of so many requests one is put off. */
    private static final int HICCUPS = 200;

    private static final Duration OVERLOAD = Duration.ofMinutes(10);
    /** Ten a second come to Discord, which lets one a second through; to Twitch fifteen times, to Telegram thirty times too many. */
    private static final Duration BETWEEN = Duration.ofMillis(75);

    private static final Duration AFTERWARDS = Duration.ofHours(2);
    private static final Duration AWAY = Duration.ofHours(23);
    private static final int POLLED = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LIVE_BETWEEN = Duration.ofMillis(25);

    private Simulations() {}

    /**
     * What a backlog came to.
     *
     * @param late the delay that 99 of 100 live messages do not exceed, in ms
     * @param millis until all of it stood
     */
    public record Backlog(Count count, int waited, double late, double millis) {}

    /** What an overload came to. */
    public record Overloaded(Count count, int said, long skipped, Duration drained) {}

    /** So many messages over all pairs at {@value #A_SECOND} a second, some changed or taken back while their copies are under way. */
    public static Count talk(Path file, int messages) {
        try (Town town = Town.open(file, Town.Limits.off(HICCUPS))) {
            Talk talk = new Talk(town.places().stream().map(Place::room).toList());
            Instant at = Town.START;
            while (talk.said() < messages) {
                for (int i = 0; i < A_SECOND && talk.said() < messages; i++) {
                    talk.next(at).forEach(event -> {
                        var _ = town.hub().accept(event);
                    });
                }
                at = at.plusSeconds(1);
                town.runs(at);
                town.settle();
            }
            town.passes(at.plus(Duration.ofMinutes(1)));
            return talk.count(town.places());
        }
    }

    /** At least ten times what each platform lets through, for ten minutes, and then until nothing waits. */
    public static Overloaded overload(Path file) {
        try (Town town = Town.open(file, Town.Limits.documented())) {
            Talk talk = new Talk(town.places().stream().map(Place::room).toList());
            Instant end = Town.START.plus(OVERLOAD);
            for (Instant at = Town.START; at.isBefore(end); at = at.plus(BETWEEN)) {
                talk.next(at).forEach(event -> {
                    var _ = town.hub().accept(event);
                });
                town.runs(at);
                if (talk.said() % 13 == 0) {
                    town.settle();
                }
            }
            Instant drained = end;
            while (town.waiting() > 0 && drained.isBefore(end.plus(AFTERWARDS))) {
                drained = drained.plus(Duration.ofSeconds(10));
                town.passes(drained);
            }
            return new Overloaded(
                    talk.count(town.places()), talk.said(), town.ended("skipped"), Duration.between(end, drained));
        }
    }

    /** So many messages of 23 hours come at once while people talk. */
    public static Backlog backlog(Path file, int messages) throws InterruptedException {
        try (Town town = Town.open(file, Town.Limits.off(0))) {
            Talk talk = new Talk(town.places().stream().map(Place::room).toList());
            Speaking speaking = new Speaking(town);
            long start = System.nanoTime();
            Thread live = Thread.ofPlatform().start(speaking);
            Deque<CompletableFuture<Void>> polled = new ArrayDeque<>();
            for (int i = 0; i < messages; i++) {
                Instant said = town.now()
                        .minus(AWAY.multipliedBy(messages - i).dividedBy(messages))
                        .minusSeconds(600);
                MessagePosted posted = talk.posted(said);
                polled.add(town.hub().accept(posted));
                if (polled.size() > POLLED) {
                    polled.removeFirst().join();
                }
            }
            long patience = start + PATIENCE.toNanos();
            while (talk.count(town.places()).lost() > 0 && System.nanoTime() < patience) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            double millis = (System.nanoTime() - start) / 1e6;
            speaking.stop();
            live.join();
            town.settle();
            return new Backlog(
                    talk.count(town.places()),
                    messages,
                    town.places().get(3).delays().millis(.99),
                    millis);
        }
    }

    /** One person who talks at a steady pace, in the world's own time. */
    private static final class Speaking implements Runnable {
        private final Town town;
        private volatile boolean stopped;

        Speaking(Town town) {
            this.town = town;
        }

        void stop() {
            stopped = true;
        }

        @Override
        public void run() {
            for (int i = 0; !stopped; i++) {
                town.places().get(3).delays().expect("live" + i);
                var _ = town.hub()
                        .accept(LiveWords.posted(town.places().getFirst().room(), i, town.now()));
                LockSupport.parkNanos(LIVE_BETWEEN.toNanos());
            }
        }
    }
}
