package lyceum.program;

import java.time.Instant;
import java.util.Set;
import lyceum.community.giveaways.Merits;
import lyceum.community.members.Directory;
import lyceum.community.members.access.Access;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.id.AuthorId;
import lyceum.scheduler.classes.Classes;

/** What members, access and classes know of whoever enters a giveaway. */
record KnownMerits(Directory people, Access access, Classes classes) implements Merits.Source {
    @Override
    public Merits apply(ReadTx tx, AuthorId account) {
        return people.find(tx.read(), account)
                .map(person -> new Merits(
                        person.accounts(),
                        people.since(tx.read(), person.member()),
                        access.plans(tx, person.accounts()),
                        classes.attended(tx.read(), person.member())))
                .orElseGet(() -> nothing(account, tx.now()));
    }

    private static Merits nothing(AuthorId account, Instant now) {
        return new Merits(Set.of(account), now, Set.of(), 0);
    }
}
