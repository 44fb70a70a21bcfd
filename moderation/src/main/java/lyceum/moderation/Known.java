package lyceum.moderation;

import java.util.Set;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Language;

/** A person as moderation knows them: their name when last heard, and all accounts that were heard. */
record Known(MemberId member, String name, Language language, Set<AuthorId> accounts) {
    Known {
        accounts = Set.copyOf(accounts);
    }
}
