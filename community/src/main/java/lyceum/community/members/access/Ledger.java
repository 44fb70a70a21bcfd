package lyceum.community.members.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.community.members.access.Entitlement.Ending;
import lyceum.community.members.access.Fact.Entitled;
import lyceum.community.members.access.Fact.Paid;
import lyceum.community.members.access.Fact.Subscribed;
import org.jspecify.annotations.Nullable;

/** What facts make of entitlements, and entitlements of plans. Pure: the order of facts, and whether one comes twice, changes nothing. */
final class Ledger {
    private Ledger() {}

    /** @param before what was known, or null for nothing */
    static Entitlement after(@Nullable Entitlement before, Fact fact) {
        return switch (fact) {
            case Subscribed subscribed -> before == null ? first(subscribed) : after(before, subscribed);
            case Paid paid -> before == null ? first(paid) : after(before, paid);
            case Entitled entitled -> before == null ? first(entitled) : after(before, entitled);
        };
    }

    private static Entitlement first(Subscribed fact) {
        return new Entitlement(
                fact.account(),
                fact.source(),
                fact.id(),
                fact.plan(),
                fact.at(),
                fact.active() ? null : fact.at(),
                fact.active() ? Ending.NONE : Ending.ENDED,
                fact.at());
    }

    /** At one instant, that it goes on counts more than that it ended: nobody loses by a doubt. */
    private static Entitlement after(Entitlement before, Subscribed fact) {
        Entitlement now = first(fact);
        Instant starts = min(before.starts(), fact.at());
        Entitlement newest = newer(before, now) ? now : before;
        return new Entitlement(
                before.account(),
                before.source(),
                before.id(),
                newest.plan(),
                starts,
                newest.ends(),
                newest.ending(),
                newest.told());
    }

    private static Entitlement first(Entitled fact) {
        Ending ending = !fact.kept() ? Ending.RETURNED : fact.until() == null ? Ending.NONE : Ending.PERIOD;
        return new Entitlement(
                fact.account(),
                fact.source(),
                fact.id(),
                fact.plan(),
                fact.at(),
                fact.kept() ? fact.until() : fact.at(),
                ending,
                fact.at());
    }

    /** What was taken back stays gone; of two words of one instant the longer counts. */
    private static Entitlement after(Entitlement before, Entitled fact) {
        Entitlement now = first(fact);
        boolean had = before.ending() == Ending.RETURNED;
        boolean has = now.ending() == Ending.RETURNED;
        Entitlement holds = had != has || had ? holds(before, now) : later(before, now);
        Entitlement named = newer(before, now) ? now : before;
        return new Entitlement(
                before.account(),
                before.source(),
                before.id(),
                named.plan(),
                min(before.starts(), fact.at()),
                holds.ends(),
                holds.ending(),
                named.told());
    }

    private static Entitlement later(Entitlement before, Entitlement now) {
        int order = now.told().compareTo(before.told());
        return order == 0 ? holds(before, now) : order > 0 ? now : before;
    }

    private static boolean newer(Entitlement before, Entitlement now) {
        int order = now.told().compareTo(before.told());
        if (order == 0) {
            boolean went = now.ending() == Ending.NONE;
            boolean goes = before.ending() == Ending.NONE;
            return went == goes ? now.plan().compareTo(before.plan()) > 0 : went;
        }
        return order > 0;
    }

    private static Entitlement first(Paid fact) {
        Ending ending = !fact.kept() ? Ending.RETURNED : fact.until() == null ? Ending.NONE : Ending.PERIOD;
        return new Entitlement(
                fact.account(), fact.source(), fact.id(), fact.plan(), fact.at(), ends(fact), ending, fact.at());
    }

    private static @Nullable Instant ends(Paid fact) {
        return fact.kept() ? fact.until() : fact.at();
    }

    private static Entitlement after(Entitlement before, Paid fact) {
        Entitlement now = first(fact);
        boolean returned = before.ending() == Ending.RETURNED;
        Instant starts = min(before.starts(), fact.at());
        Entitlement holds = holds(before, now);
        Entitlement named = newer(before, now) ? now : before;
        return new Entitlement(
                before.account(),
                before.source(),
                before.id(),
                named.plan(),
                starts,
                holds.ends(),
                returned ? Ending.RETURNED : holds.ending(),
                named.told());
    }

    /** Money that went back decides, the earliest time of it; else what lasts longer. */
    private static Entitlement holds(Entitlement before, Entitlement now) {
        boolean had = before.ending() == Ending.RETURNED;
        boolean has = now.ending() == Ending.RETURNED;
        if (had != has) {
            return had ? before : now;
        }
        Instant old = before.ends();
        Instant fresh = now.ends();
        if (old == null || fresh == null) {
            return old == null ? before : now;
        }
        return fresh.isAfter(old) != had ? now : before;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isAfter(other) ? other : one;
    }

    /**
     * What a person has now.
     *
     * @param until when it is lost, or null while nothing says so
     * @param grace whether it has ended and is kept for a while
     */
    record Held(Plan plan, Entitlement because, @Nullable Instant until, boolean grace) {}

    /** The plans that these entitlements give now, each once, for the reason that lasts longest. */
    static List<Held> held(Collection<Entitlement> entitlements, List<Plan> plans, Instant now) {
        Map<String, Held> best = new HashMap<>();
        for (Entitlement entitlement : entitlements) {
            Plan.named(plans, entitlement.plan())
                    .flatMap(plan -> held(entitlement, plan, now))
                    .ifPresent(held -> best.merge(held.plan().name(), held, Ledger::better));
        }
        List<Held> all = new ArrayList<>();
        plans.forEach(plan -> Optional.ofNullable(best.get(plan.name())).ifPresent(all::add));
        return all;
    }

    private static Optional<Held> held(Entitlement entitlement, Plan plan, Instant now) {
        Instant ends = entitlement.ends();
        if (entitlement.ending() == Ending.RETURNED || entitlement.starts().isAfter(now)) {
            return Optional.empty();
        }
        if (ends == null || now.isBefore(ends)) {
            return Optional.of(new Held(plan, entitlement, ends == null ? null : ends.plus(plan.grace()), false));
        }
        Instant lost = ends.plus(plan.grace());
        return now.isBefore(lost) ? Optional.of(new Held(plan, entitlement, lost, true)) : Optional.empty();
    }

    private static Held better(Held one, Held other) {
        if (one.grace() != other.grace()) {
            return one.grace() ? other : one;
        }
        Instant first = one.until();
        Instant second = other.until();
        if (first == null || second == null) {
            return first == null ? one : other;
        }
        return first.isBefore(second) ? other : one;
    }
}
