package lyceum.kernel.platform;

import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.id.Nonce;

/** The ability to answer a command or a button. */
public interface Responds {
    /** Blocks; as {@link Platform#post}. Too late for the platform is {@link Outcome.Refused}. */
    Outcome respond(Respond respond, Nonce nonce);
}
