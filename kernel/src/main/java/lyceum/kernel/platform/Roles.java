package lyceum.kernel.platform;

import lyceum.kernel.effect.Perk.Role;
import lyceum.kernel.id.AuthorId;

/** The ability to give roles and take them away. Doing either twice is the same as once. */
public interface Roles {
    /** Blocks; as {@link Platform#post}. An account that is not there, or a role too high, is {@link Outcome.Refused} with the click that mends it. */
    Outcome grant(AuthorId account, Role role);

    /** Blocks; as {@link Platform#post}. An account that is not there any more is {@link Outcome.Done}. */
    Outcome revoke(AuthorId account, Role role);
}
