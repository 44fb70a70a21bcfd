package lyceum.sandbox.discord;

import java.util.concurrent.atomic.AtomicLong;
import lyceum.sandbox.world.Person;
import lyceum.sandbox.world.WorldClock;

/** Discord's ids: fixed ones for what the world begins with, and growing ones, made from the world's time, for the rest. */
public final class Snowflakes {
    public static final long HUB = 100_000_000_000_000_001L;
    public static final long GUEST = 100_000_000_000_000_002L;
    public static final long GUILD = 200_000_000_000_000_001L;
    public static final long GENERAL = 300_000_000_000_000_001L;
    public static final long QUESTIONS = 300_000_000_000_000_002L;
    public static final long ANNOUNCEMENTS = 300_000_000_000_000_003L;
    public static final long MODERATORS = 300_000_000_000_000_004L;
    public static final long HELP = 300_000_000_000_000_005L;
    public static final long SUBSCRIBER = 400_000_000_000_000_001L;
    public static final long MODERATOR = 400_000_000_000_000_002L;
    public static final long CREATOR = 400_000_000_000_000_003L;
    static final long HUB_ROLE = 400_000_000_000_000_004L;
    static final long GUEST_ROLE = 400_000_000_000_000_005L;
    private static final long PEOPLE = 500_000_000_000_000_000L;
    private static final long SKUS = 700_000_000_000_000_000L;
    private static final long EPOCH = 1_420_070_400_000L;

    private final WorldClock clock;
    private final AtomicLong last = new AtomicLong();

    Snowflakes(WorldClock clock) {
        this.clock = clock;
    }

    /** The user id of a person: {@code 500000000000000000} plus the person's number. */
    public static long of(Person person) {
        return PEOPLE + person.number();
    }

    /** The number of a product that people call by a word. */
    static String sku(String word) {
        return Long.toString(SKUS + Integer.toUnsignedLong(word.hashCode()));
    }

    /** A new id, greater than every earlier one even when the clock was set back. */
    long next() {
        long now = (clock.millis() - EPOCH) << 22;
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }

    /** Keeps new ids above one that was given before a restart. */
    void passed(long id) {
        last.accumulateAndGet(id, Math::max);
    }

    /** The time within an id, in milliseconds since 1970. */
    static long millis(long id) {
        return (id >>> 22) + EPOCH;
    }
}
