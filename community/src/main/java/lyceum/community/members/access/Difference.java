package lyceum.community.members.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * What people should have and what they have, compared.
 *
 * @param give what is missing
 * @param take what is too much
 */
record Difference(List<Change> give, List<Change> take) {
    private static final Comparator<Change> ORDER = Comparator.comparing(
                    (Change change) -> change.account().toString())
            .thenComparing(change -> change.perk().toString());

    Difference {
        give = List.copyOf(give);
        take = List.copyOf(take);
    }

    /** One perk of one account of a person. */
    record Change(MemberId member, AuthorId account, Perk perk) {}

    /** What an account was given, and how that stands. */
    record Given(AuthorId account, Perk perk, State state) {}

    /** How a perk of an account stands. */
    enum State {
        /** It was asked for. */
        ASKED,
        /** The account can come into the room. */
        OFFERED,
        HAS,
        /** The platform refused; it is tried again when something changes. */
        FAILED,
        /** It is being taken away. */
        LEAVING
    }

    /** @param people whose accounts these are; accounts of nobody are left alone */
    static Difference between(
            Map<AuthorId, MemberId> people, Collection<Entitlement> entitlements, Collection<Given> given, Look look) {
        Map<MemberId, Set<Perk>> due = due(people, entitlements, look);
        Map<AuthorId, Map<Perk, State>> has = new HashMap<>();
        given.forEach(
                one -> has.computeIfAbsent(one.account(), _ -> new HashMap<>()).put(one.perk(), one.state()));
        List<Change> give = new ArrayList<>();
        List<Change> take = new ArrayList<>();
        people.forEach((account, member) -> {
            Set<Perk> wanted = due.getOrDefault(member, Set.of());
            Map<Perk, State> standing = has.getOrDefault(account, Map.of());
            for (Perk perk : wanted) {
                if (perk.platform().equals(account.platform()) && missing(standing.get(perk), look.again())) {
                    give.add(new Change(member, account, perk));
                }
            }
            standing.forEach((perk, state) -> {
                if (!wanted.contains(perk) && (state != State.LEAVING || look.again())) {
                    take.add(new Change(member, account, perk));
                }
            });
        });
        give.sort(ORDER);
        take.sort(ORDER);
        return new Difference(give, take);
    }

    /**
     * How it is looked.
     *
     * @param again whether what was refused or got lost is tried once more
     */
    record Look(List<Plan> plans, Instant now, boolean again) {
        Look {
            plans = List.copyOf(plans);
        }
    }

    private static boolean missing(@Nullable State state, boolean again) {
        return state == null || state == State.LEAVING || (again && state == State.FAILED);
    }

    private static Map<MemberId, Set<Perk>> due(
            Map<AuthorId, MemberId> people, Collection<Entitlement> entitlements, Look look) {
        Map<MemberId, List<Entitlement>> of = new HashMap<>();
        for (Entitlement entitlement : entitlements) {
            MemberId member = people.get(entitlement.account());
            if (member != null) {
                of.computeIfAbsent(member, _ -> new ArrayList<>()).add(entitlement);
            }
        }
        Map<MemberId, Set<Perk>> due = new HashMap<>();
        of.forEach((member, theirs) -> {
            Set<Perk> perks = new HashSet<>();
            Ledger.held(theirs, look.plans(), look.now())
                    .forEach(held -> perks.addAll(held.plan().gives()));
            due.put(member, perks);
        });
        return due;
    }
}
