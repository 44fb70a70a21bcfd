package lyceum.community.members;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person.
 *
 * @param names of each account, as others saw it last; empty where that is not known
 * @param language as chosen, or null
 * @param zone as chosen, or null
 */
record Person(
        MemberId member,
        Map<AuthorId, String> names,
        @Nullable Language language,
        @Nullable ZoneId zone,
        Set<Wish> wishes) {
    Person {
        names = Map.copyOf(names);
        wishes = Set.copyOf(wishes);
    }

    Set<AuthorId> accounts() {
        return names.keySet();
    }
}
