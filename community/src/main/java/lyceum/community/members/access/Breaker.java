package lyceum.community.members.access;

import java.time.Duration;

/** Stops the hub before it takes access from too many people at once: then something else is wrong than that they ended. */
final class Breaker {
    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST = 20;
    private static final int ONE_IN = 20;
    /** In a community so small, a share says nothing yet. */
    private static final int FEW_HOLDERS = 20;

    private static final int FEW = 3;

    private Breaker() {}

    /**
     * Whether it is too much.
     *
     * @param losing how many people lose access within {@link #WINDOW}, those who would lose it now included
     * @param holders how many people had access at the beginning of it
     */
    static boolean trips(int losing, int holders) {
        boolean share = losing * ONE_IN > holders;
        return losing > MOST || (share && (holders >= FEW_HOLDERS ? losing > 1 : losing > FEW));
    }
}
