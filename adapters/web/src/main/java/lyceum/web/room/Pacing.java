package lyceum.web.room;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import lyceum.kernel.person.Standing;

/**
 * How much one account may do in a room: so many lines a minute, a third of them at once; and while a room is so busy that nobody can
 * read it, one line in five seconds. Changing and taking back a line counts like saying one. Staff is never held back.
 */
final class Pacing {
    static final Duration SLOW = Duration.ofSeconds(5);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** A room is as busy as this many people make it who use up what they have. */
    private static final int BUSY_PEOPLE = 20;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final double burst;
    private final double perNano;
    private long since;
    private volatile boolean busy;

    /** @param now the time of the first count */
    Pacing(int linesAMinute, long now) {
        this.burst = Math.max(1, linesAMinute / 3.0);
        this.perNano = linesAMinute / (60.0 * SECOND);
        this.since = now;
    }

    /** What an account has left, when it last did something, and when it last said something. */
    private record Bucket(double left, long at, long said) {}

    /**
     * How long this account must wait before it may do something; zero where it may now, and is counted.
     *
     * @param says whether it is a line more to read, for which a busy room makes people wait
     */
    Duration ask(Guest guest, boolean says, long now) {
        asked.incrementAndGet();
        if (guest.standing() != Standing.FAN) {
            return Duration.ZERO;
        }
        long[] wait = {0};
        buckets.compute(guest.account(), (_, bucket) -> {
            Bucket full = bucket == null ? new Bucket(burst, now, now - SLOW.toNanos()) : bucket;
            double left = Math.min(burst, full.left() + (now - full.at()) * perNano);
            long pause = busy && says ? Math.max(0, full.said() + SLOW.toNanos() - now) : 0;
            wait[0] = left >= 1 ? pause : Math.max(pause, (long) ((1 - left) / perNano));
            return wait[0] == 0 ? new Bucket(left - 1, now, says ? now : full.said()) : full;
        });
        return Duration.ofNanos(wait[0]);
    }

    boolean isBusy() {
        return busy;
    }

    /**
     * Counts what was asked since the last count, and forgets those who have done nothing for long. One thread, every few seconds.
     *
     * @return whether the room has just become busy, or calm again: calm is half as much as busy
     */
    boolean count(long now) {
        buckets.values()
                .removeIf(bucket -> (now - bucket.at()) * perNano > burst && now - bucket.at() > SLOW.toNanos());
        double most = BUSY_PEOPLE * perNano * Math.max(1, now - since);
        int lines = asked.getAndSet(0);
        since = now;
        boolean before = busy;
        busy = lines > (before ? most / 2 : most);
        return before != busy;
    }
}
