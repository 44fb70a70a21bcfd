package lyceum.community.bridge;

import java.util.Map;
import lyceum.kernel.id.AuthorId;
import org.jdbi.v3.core.Handle;

/** Whose accounts are whose. */
@FunctionalInterface
public interface Accounts {
    /** Nobody is known to have two. */
    Accounts NONE = (_, _) -> Map.of();

    /** All accounts of the person who has this one, and what each is called; empty where nobody is known to have it. */
    Map<AuthorId, String> of(Handle read, AuthorId account);
}
