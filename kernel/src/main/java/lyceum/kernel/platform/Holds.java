package lyceum.kernel.platform;

import lyceum.kernel.effect.DecideHold;

/** The ability to decide about what the platform's own filter holds. Doing it twice is the same as once. */
public interface Holds {
    /**
     * Blocks; as {@link Platform#post}. What is let through is heard like anything that is said. What the platform no longer holds is
     * {@link Outcome.Refused}.
     */
    Outcome decide(DecideHold decision);
}
