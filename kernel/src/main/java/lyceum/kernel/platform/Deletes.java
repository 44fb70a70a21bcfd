package lyceum.kernel.platform;

import lyceum.kernel.effect.OnPlatform.Delete;

/** The ability to take a message away. Doing it twice is the same as once. */
public interface Deletes {
    /** Blocks; as {@link Platform#post}. A message that is gone already is {@link Outcome.Done}. */
    Outcome delete(Delete delete);
}
