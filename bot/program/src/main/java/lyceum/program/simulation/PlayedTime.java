package lyceum.program.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import lyceum.kernel.clock.Alarm;
import org.jspecify.annotations.Nullable;

/** A clock and an alarm that move only when they are told to. Any thread. */
final class PlayedTime implements Alarm, InstantSource {
    private final PriorityQueue<Bell> bells =
            new PriorityQueue<>(Comparator.comparing(Bell::due).thenComparingLong(Bell::number));
    private Instant now;
    private long count;

    PlayedTime(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable ring) {
        if (delay.isPositive()) {
            add(delay, ring);
        } else {
            ring.run();
        }
    }

    private synchronized void add(Duration delay, Runnable ring) {
        bells.add(new Bell(now.plus(delay), count++, ring));
    }

    /** Moves on; what rings on the way is done at its time. {@code afterEach} is done after each bell. */
    void passes(Instant until, Runnable afterEach) {
        for (Runnable ring = next(until); ring != null; ring = next(until)) {
            ring.run();
            afterEach.run();
        }
    }

    private synchronized @Nullable Runnable next(Instant until) {
        Bell bell = bells.peek();
        if (bell == null || bell.due().isAfter(until)) {
            now = until;
            return null;
        }
        bells.remove();
        now = bell.due();
        return bell.ring();
    }

    @Override
    public void close() {}

    private record Bell(Instant due, long number, Runnable ring) {}
}
