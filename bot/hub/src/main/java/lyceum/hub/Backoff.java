package lyceum.hub;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try when the platform did not say: doubling from a quarter of a second to a minute, with jitter. */
final class Backoff {
    private static final long FIRST_MILLIS = 250;
    private static final long LAST_MILLIS = 60_000;
    private static final int DOUBLINGS = 8;

    private final RandomGenerator chance;

    Backoff(RandomGenerator chance) {
        this.chance = chance;
    }

    /** @param tries how many have failed; at least 1 */
    Duration after(int tries) {
        long millis = Math.min(LAST_MILLIS, FIRST_MILLIS << Math.min(tries - 1, DOUBLINGS));
        return Duration.ofMillis(millis + chance.nextLong(millis / 4 + 1));
    }
}
