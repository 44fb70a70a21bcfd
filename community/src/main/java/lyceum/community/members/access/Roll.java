package lyceum.community.members.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.community.members.access.Fact.Subscribed;
import lyceum.kernel.event.Place.Subscriber;
import lyceum.kernel.event.Place.SubscribersListed;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import org.jspecify.annotations.Nullable;

/**
 * What a list of all subscribers says that no event did. Who is in it subscribes, also where an end was told just before: they may have
 * come back. Who is missing in it has ended only when the next list, some minutes later, misses them as well, with no word of them in
 * between; a list of nobody says nothing.
 */
final class Roll {
    /** What was told so shortly before a list may not have reached it. */
    private static final Duration SETTLING = Duration.ofMinutes(5);
    /** Two lists that are to agree lie so far apart. */
    private static final Duration APART = Duration.ofMinutes(10);

    private final AccessSettings settings;
    private final BookTable books;
    private final MissingTable missing = new MissingTable();

    Roll(AccessSettings settings, BookTable books) {
        this.settings = settings;
        this.books = books;
    }

    /** The facts that follow; those who are missed for the first time are noted. */
    List<Fact> facts(SubscribersListed list, Tx tx) {
        if (list.subscribers().isEmpty()) {
            return List.of();
        }
        String source = list.room().platform().value();
        Map<AuthorId, Entitlement> known = new HashMap<>();
        books.of(tx.read(), source, list.room().toString()).forEach(each -> known.put(each.account(), each));
        Map<AuthorId, Instant> missed = missing.of(tx.read(), list.room());
        List<Fact> facts = new ArrayList<>();
        for (Subscriber subscriber : list.subscribers()) {
            Entitlement before = known.remove(subscriber.account());
            if (missed.containsKey(subscriber.account())) {
                missing.found(tx.write(), list.room(), subscriber.account());
            }
            goesOn(subscriber, before, list).ifPresent(facts::add);
        }
        known.values().stream().filter(before -> isMissing(before, list)).forEach(before -> {
            Instant since = missed.get(before.account());
            if (since == null || before.told().isAfter(since)) {
                missing.missed(tx.write(), list.room(), before.account(), list.at());
            } else if (!list.at().isBefore(since.plus(APART))) {
                missing.found(tx.write(), list.room(), before.account());
                facts.add(new Subscribed(before.account(), source, before.id(), before.plan(), false, since));
            }
        });
        return facts;
    }

    private Optional<Fact> goesOn(Subscriber subscriber, @Nullable Entitlement before, SubscribersListed list) {
        String source = list.room().platform().value();
        String plan = Plan.of(settings.plans(), source, subscriber.tier())
                .map(Plan::name)
                .orElse(null);
        Entitlement open = before != null && before.ends() == null ? before : null;
        boolean says = open != null && open.plan().equals(plan);
        boolean newer = open != null && open.told().isAfter(list.at().minus(SETTLING));
        return plan == null || says || newer
                ? Optional.empty()
                : Optional.of(
                        new Subscribed(subscriber.account(), source, list.room().toString(), plan, true, list.at()));
    }

    private static boolean isMissing(Entitlement before, SubscribersListed list) {
        return before.ends() == null && !before.told().isAfter(list.at().minus(SETTLING));
    }
}
