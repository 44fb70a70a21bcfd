package lyceum.discord;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps requests within the rates that Discord announces in its answers, and within 50 a second in all. A server that announces no
 * rates has none. Any thread; all times are those of {@link System#nanoTime}.
 */
final class Limits {
    /** Below the 50 a second that are allowed, since what leaves evenly may arrive in a bunch. */
    private static final long EVERY = Duration.ofMillis(25).toNanos();

    private static final long AHEAD = 6 * EVERY;
    /** An answer's time of reset is rounded. */
    private static final long MARGIN = Duration.ofMillis(15).toNanos();

    private static final long PROBE = Duration.ofSeconds(2).toNanos();
    /** While the first answer on a route is awaited. */
    private static final long MOMENT = Duration.ofMillis(5).toNanos();

    private static final int REMEMBERED = 2_000;

    private final Map<String, String> names = new Recent<>();
    private final Map<String, Bucket> buckets = new Recent<>();
    private boolean paced = true;
    private boolean announced;
    private long next = System.nanoTime();

    /** Requests that Discord counts together. */
    private static final class Bucket {
        int most = 1;
        int left = 1;
        int underway;
        boolean known;
        long window = PROBE;
        long reset = System.nanoTime() + PROBE;
    }

    /**
     * What an answer says about the rate of its route.
     *
     * @param bucket the rate's name
     * @param seconds until the count starts anew
     */
    record Announced(String bucket, int limit, int remaining, double seconds) {}

    /** Takes the right to send now and answers 0, or takes nothing and answers how many nanoseconds to wait before asking again. */
    synchronized long reserve(String route) {
        if (!paced) {
            return 0;
        }
        long now = System.nanoTime();
        Bucket bucket = bucket(route);
        if (now - bucket.reset >= 0) {
            bucket.left = Math.max(0, bucket.most - bucket.underway);
            bucket.reset = now + bucket.window;
        }
        if (bucket.left == 0) {
            return bucket.known && bucket.underway == 0 ? Math.max(1, bucket.reset - now) : MOMENT;
        }
        long early = next - AHEAD - now;
        if (early > 0) {
            return early;
        }
        next = Math.max(next, now) + EVERY;
        bucket.left--;
        bucket.underway++;
        return 0;
    }

    /** Learns from an answer. */
    synchronized void learn(String route, Announced says) {
        announced = true;
        paced = true;
        finish(bucket(route));
        String key = says.bucket() + " " + major(route);
        Bucket bucket = buckets.computeIfAbsent(key, _ -> bucket(route));
        names.put(route, key);
        long window = nanos(says.seconds()) + MARGIN;
        bucket.window = bucket.known ? Math.max(bucket.window, window) : window;
        bucket.known = true;
        bucket.most = Math.max(1, says.limit());
        bucket.left = Math.max(0, says.remaining() - bucket.underway);
        bucket.reset = System.nanoTime() + window;
    }

    /** A post that announces nothing: until one does, there is nothing to keep to. */
    synchronized void learnNothing(String route) {
        paced = announced;
        Bucket bucket = bucket(route);
        finish(bucket);
        bucket.reset = System.nanoTime();
    }

    /** A request is over without a word about rates. */
    synchronized void done(String route) {
        Bucket bucket = bucket(route);
        finish(bucket);
        if (!bucket.known) {
            bucket.left = bucket.most;
        }
    }

    /** Nothing leaves on this route, or on any, before {@code delay} is over. */
    synchronized void pause(String route, Duration delay, boolean everywhere) {
        long until = System.nanoTime() + delay.toNanos() + MARGIN;
        paced = true;
        finish(bucket(route));
        if (everywhere) {
            next = Math.max(next, until + AHEAD);
        } else {
            Bucket bucket = bucket(route);
            bucket.known = true;
            bucket.left = 0;
            bucket.reset = until;
        }
    }

    private static void finish(Bucket bucket) {
        bucket.underway = Math.max(0, bucket.underway - 1);
    }

    private Bucket bucket(String route) {
        return buckets.computeIfAbsent(names.getOrDefault(route, route), _ -> new Bucket());
    }

    /** The channel, guild or webhook that the route begins with. */
    private static String major(String route) {
        int third = route.indexOf('/', route.indexOf('/', route.indexOf('/') + 1) + 1);
        return third < 0 ? route : route.substring(route.indexOf('/'), third);
    }

    private static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }

    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
