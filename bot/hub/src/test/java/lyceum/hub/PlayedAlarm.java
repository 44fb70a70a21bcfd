package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import lyceum.kernel.clock.Alarm;
import org.jspecify.annotations.Nullable;

/** A clock and an alarm that move only when the test says so. */
final class PlayedAlarm implements Alarm, InstantSource {
    private final PriorityQueue<Bell> bells =
            new PriorityQueue<>(Comparator.comparing(Bell::due).thenComparingLong(Bell::number));
    private Instant now;
    private long count;

    PlayedAlarm(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable ring) {
        if (!delay.isPositive()) {
            ring.run();
            return;
        }
        synchronized (this) {
            bells.add(new Bell(now.plus(delay), count++, ring));
        }
    }

    /** Moves to the next bell that rings until {@code until}, and answers it; null after moving to {@code until} itself. */
    synchronized @Nullable Runnable next(Instant until) {
        Bell bell = bells.peek();
        if (bell == null || bell.due().isAfter(until)) {
            now = until;
            return null;
        }
        bells.remove();
        now = bell.due();
        return bell.ring();
    }

    /** The process that set the bells is gone. */
    synchronized void forget() {
        bells.clear();
    }

    @Override
    public void close() {}

    private record Bell(Instant due, long number, Runnable ring) {}
}
