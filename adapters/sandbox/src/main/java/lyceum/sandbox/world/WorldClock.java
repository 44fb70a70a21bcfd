package lyceum.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The time of the sandbox's world: the machine's until it is set, and from then on running on from what was set. */
public final class WorldClock {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wasSet = lock.newCondition();
    private final Set<Instant> formerMarks = new HashSet<>();
    private volatile Setting setting;

    private record Setting(Instant mark, Instant world, long nanos) {}

    public WorldClock() {
        Instant now = Instant.now();
        setting = new Setting(now.truncatedTo(ChronoUnit.MILLIS), now, System.nanoTime());
    }

    /** The world's time, to the millisecond. */
    public Instant now() {
        Setting s = setting;
        return s.world().plusNanos(System.nanoTime() - s.nanos()).truncatedTo(ChronoUnit.MILLIS);
    }

    public long millis() {
        return now().toEpochMilli();
    }

    /** When, by the machine's time, this clock was last set: the mark that {@link #awaitSetting} takes. */
    public Instant mark() {
        return setting.mark();
    }

    /** Moves the world to an instant, forward or back, and wakes everyone who waits for that. */
    public void set(Instant now) {
        lock.lock();
        try {
            formerMarks.add(setting.mark());
            Instant mark = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            while (formerMarks.contains(mark)) {
                mark = mark.plusMillis(1);
            }
            setting = new Setting(mark, now, System.nanoTime());
            wasSet.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns at once when the clock was set since the given mark, else when it is set or the patience ends. */
    public void awaitSetting(Instant after, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            if (formerMarks.contains(after)) {
                return;
            }
            Instant seen = setting.mark();
            long left = patience.toNanos();
            while (seen.equals(setting.mark()) && left > 0) {
                left = wasSet.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the world's time has come, also when the clock is set past it, or until the patience (real time) ends. */
    public void awaitTime(Instant time, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (now().isBefore(time)) {
                long wait = Math.min(Duration.between(now(), time).toNanos(), deadline - System.nanoTime());
                if (wait <= 0) {
                    return;
                }
                wasSet.awaitNanos(wait);
            }
        } finally {
            lock.unlock();
        }
    }
}
