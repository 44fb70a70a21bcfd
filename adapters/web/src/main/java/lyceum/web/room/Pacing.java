package lyceum.web.room;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.person.Standing;

/**
 * How much one account may say: so many lines a minute, a third of them at once; and while a room is so busy that nobody can read
 * it, one line in five seconds. Staff is never held back.
 */
final class Pacing {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long SLOW = 5 * SECOND;
    private static final long MEASURED = 10 * SECOND;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final double burst;
    private final double perNano;
    private final int busyLines;
    private long since = System.nanoTime();
    private int lines;
    private volatile boolean busy;

    /** @param busyLines from how many lines in ten seconds on a room is busy */
    Pacing(int linesAMinute, int busyLines) {
        this.burst = Math.max(1, linesAMinute / 3.0);
        this.perNano = linesAMinute / (60.0 * SECOND);
        this.busyLines = busyLines;
    }

    /** What an account has left, and when it last said something. */
    private record Bucket(double left, long at) {}

    /** How long this account must wait before it may say something; zero where it may now, and is counted. */
    Duration ask(Guest guest, long now) {
        count(now);
        if (guest.standing() != Standing.FAN) {
            return Duration.ZERO;
        }
        long[] wait = {0};
        buckets.compute(guest.account(), (_, bucket) -> {
            Bucket full = bucket == null ? new Bucket(burst, now - SLOW) : bucket;
            double left = Math.min(burst, full.left() + (now - full.at()) * perNano);
            long pause = busy && bucket != null ? Math.max(0, bucket.at() + SLOW - now) : 0;
            wait[0] = left >= 1 ? pause : Math.max(pause, (long) ((1 - left) / perNano));
            return wait[0] == 0 ? new Bucket(left - 1, now) : full;
        });
        return Duration.ofNanos(wait[0]);
    }

    boolean isBusy() {
        return busy;
    }

    private synchronized void count(long now) {
        lines++;
        if (now - since > MEASURED) {
            busy = lines > busyLines * ((now - since) / (double) MEASURED);
            since = now;
            lines = 0;
        }
    }

    /** Forgets those who have said nothing for long. */
    void forget(long now) {
        buckets.values().removeIf(bucket -> (now - bucket.at()) * perNano > burst);
    }
}
