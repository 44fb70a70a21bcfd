package lyceum.community.members;

import java.time.ZoneId;
import java.util.Set;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person.
 *
 * @param language as chosen, or null
 * @param zone as chosen, or null
 */
record Person(
        MemberId member,
        Set<AuthorId> accounts,
        @Nullable Language language,
        @Nullable ZoneId zone,
        Set<Wish> wishes) {
    Person {
        accounts = Set.copyOf(accounts);
        wishes = Set.copyOf(wishes);
    }
}
