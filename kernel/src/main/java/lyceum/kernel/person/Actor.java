package lyceum.kernel.person;

import java.time.ZoneId;
import java.util.Set;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;

/**
 * The person behind an event, over all their accounts.
 *
 * @param accounts never empty
 * @param zone the person's own time zone
 */
public record Actor(
        MemberId member, Set<AuthorId> accounts, Standing standing, Language language, ZoneId zone, Set<Wish> wishes) {
    public Actor {
        accounts = Set.copyOf(accounts);
        wishes = Set.copyOf(wishes);
    }

    public boolean wishes(Wish wish) {
        return wishes.contains(wish);
    }
}
