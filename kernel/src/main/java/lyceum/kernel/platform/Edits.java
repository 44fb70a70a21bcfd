package lyceum.kernel.platform;

import lyceum.kernel.effect.OnPlatform.Edit;

/** The ability to change a message that the hub wrote. Doing it twice is the same as once. */
public interface Edits {
    /** Blocks; as {@link Platform#post}. A message that is gone is {@link Outcome.Refused}. */
    Outcome edit(Edit edit);
}
