package lyceum.community.giveaways;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lyceum.hub.World;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.id.AuthorId;

/** What the house knows of people, as the test says. */
final class MeritsAs implements Merits.Source {
    private final Map<String, Merits> people = new HashMap<>();

    static Merits.Source none() {
        return new MeritsAs();
    }

    /** A person of these accounts. */
    void has(Instant since, Set<String> plans, long classes, String... accounts) {
        Set<AuthorId> ids = Set.of(accounts).stream().map(AuthorId::parse).collect(java.util.stream.Collectors.toSet());
        for (String account : accounts) {
            people.put(account, new Merits(ids, since, plans, classes));
        }
    }

    @Override
    public Merits apply(ReadTx tx, AuthorId account) {
        return people.getOrDefault(account.toString(), new Merits(Set.of(account), World.START, Set.of(), 0));
    }
}
