package lyceum.kernel.platform;

import lyceum.kernel.effect.Restrict;

/** The ability to keep an account from speaking or from being there. Doing it twice is the same as once. */
public interface Restricts {
    /**
     * Blocks; as {@link Platform#post}. What a platform lets last only so long lasts so long; whoever asked asks again. One that is not
     * there is {@link Outcome.Done} for {@code KICK} and {@code FREE}; one that may not be touched is {@link Outcome.Refused}.
     */
    Outcome restrict(Restrict restrict);
}
