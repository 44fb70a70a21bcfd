package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import lyceum.community.members.access.Difference.Change;
import lyceum.community.members.access.Difference.Given;
import lyceum.community.members.access.Difference.Look;
import lyceum.community.members.access.Difference.State;
import lyceum.community.members.access.Fact.Entitled;
import lyceum.community.members.access.Fact.Paid;
import lyceum.community.members.access.Fact.Subscribed;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people have is what the facts say, whatever way the facts came. */
class LedgerTest {
    private static final int SAMPLE = 5_000;
    private static final int WHOLE = 100_000;
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofDays(3);
    private static final Perk ROLE = new Perk.Role(new PlatformName("discord"), "Subscriber");
    private static final Perk SEAT = new Perk.Seat(RoomId.parse("telegram:-1"));
    private static final Perk GOLD = new Perk.Role(new PlatformName("discord"), "Gold");
    private static final List<Plan> PLANS = List.of(
            new Plan("gold", "Gold", "", "", Set.of(), List.of(GOLD, ROLE), GRACE),
            new Plan("basic", "Basic", "", "", Set.of(), List.of(ROLE, SEAT), GRACE));
    private static final List<AuthorId> ACCOUNTS =
            List.of(AuthorId.parse("twitch:c"), AuthorId.parse("discord:c"), AuthorId.parse("telegram:c"));

    @Test
    void afterAnySequenceEverybodyHasExactlyWhatTheyShould() {
        sequences(SAMPLE, 5);
    }

    @Test
    @Tag("soak")
    void afterAHundredThousandSequencesEverybodyHasExactlyWhatTheyShould() {
        sequences(WHOLE, 6);
    }

    private static void sequences(int count, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            List<Fact> facts = facts(random);
            List<Fact> told = new ArrayList<>(facts);
            facts.stream().filter(_ -> random.nextInt(3) == 0).forEach(told::add);
            Collections.shuffle(told, random);
            Map<List<Object>, Entitlement> book = new HashMap<>();
            Set<List<Object>> has = new HashSet<>();
            Map<AuthorId, MemberId> people = people(random);
            for (Fact fact : told) {
                book.compute(List.of(fact.account(), fact.source(), fact.id()), (_, old) -> Ledger.after(old, fact));
                if (random.nextInt(4) == 0) {
                    people = people(random);
                }
                settle(people, book, has, START.plus(Duration.ofHours(random.nextInt(600))));
            }
            Instant now = START.plus(Duration.ofHours(random.nextInt(600)));
            settle(people, book, has, now);

            assertThat(has).as("sequence %d: %s at %s", i, told, now).isEqualTo(oracle(people, facts, now));
        }
    }

    private static void settle(
            Map<AuthorId, MemberId> people, Map<List<Object>, Entitlement> book, Set<List<Object>> has, Instant now) {
        List<Given> given = has.stream()
                .map(each -> new Given((AuthorId) each.get(0), (Perk) each.get(1), State.HAS))
                .toList();
        Difference difference = Difference.between(people, book.values(), given, new Look(PLANS, now, false));
        for (Change change : difference.give()) {
            has.add(List.of(change.account(), change.perk()));
        }
        for (Change change : difference.take()) {
            has.remove(List.of(change.account(), change.perk()));
        }
    }

    /** Straight from the facts: without a ledger, and without comparing. */
    private static Set<List<Object>> oracle(Map<AuthorId, MemberId> people, List<Fact> facts, Instant now) {
        Set<List<Object>> should = new HashSet<>();
        for (AuthorId payer : ACCOUNTS) {
            for (Plan plan : PLANS) {
                if (gives(facts, payer, plan.name(), now)) {
                    for (AuthorId account : ACCOUNTS) {
                        for (Perk perk : plan.gives()) {
                            if (Objects.equals(people.get(account), people.get(payer))
                                    && account.platform().equals(perk.platform())) {
                                should.add(List.of(account, perk));
                            }
                        }
                    }
                }
            }
        }
        return should;
    }

    private static boolean gives(List<Fact> facts, AuthorId payer, String plan, Instant now) {
        Subscribed newest = null;
        for (Fact fact : facts) {
            if (fact instanceof Subscribed told
                    && told.account().equals(payer)
                    && (newest == null || told.at().isAfter(newest.at()))) {
                newest = told;
            }
        }
        if (newest != null && newest.plan().equals(plan)) {
            boolean begun = facts.stream()
                    .anyMatch(fact -> fact instanceof Subscribed
                            && fact.account().equals(payer)
                            && !fact.at().isAfter(now));
            boolean lasts = newest.active() || now.isBefore(newest.at().plus(GRACE));
            if (begun && lasts) {
                return true;
            }
        }
        return entitled(facts, payer, plan, now)
                || facts.stream()
                        .anyMatch(fact -> fact instanceof Paid paid
                                && paid.account().equals(payer)
                                && paid.plan().equals(plan)
                                && paid.kept()
                                && !paid.at().isAfter(now)
                                && paid.until() != null
                                && now.isBefore(paid.until().plus(GRACE))
                                && facts.stream()
                                        .noneMatch(other -> other instanceof Paid back
                                                && !back.kept()
                                                && back.id().equals(paid.id())));
    }

    /** The newest word about each, unless it was taken back. */
    private static boolean entitled(List<Fact> facts, AuthorId payer, String plan, Instant now) {
        Map<String, List<Entitled>> words = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Entitled told && told.account().equals(payer)) {
                words.computeIfAbsent(told.id(), _ -> new ArrayList<>()).add(told);
            }
        }
        return words.values().stream()
                .filter(told -> told.stream().allMatch(Entitled::kept)
                        && told.stream().anyMatch(word -> !word.at().isAfter(now)))
                .map(List::getLast)
                .anyMatch(newest -> newest.plan().equals(plan)
                        && (newest.until() == null
                                || now.isBefore(newest.until().plus(GRACE))));
    }

    /** Two sources, several payments, some of which go back; every fact has an hour of its own. */
    private static List<Fact> facts(Random random) {
        List<Fact> facts = new ArrayList<>();
        int count = random.nextInt(7);
        for (int hour = 0; hour < count; hour++) {
            Instant at = START.plus(Duration.ofHours(hour * 24L + random.nextInt(24)));
            AuthorId account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
            String plan = PLANS.get(random.nextInt(PLANS.size())).name();
            int kind = random.nextInt(3);
            if (kind == 0) {
                facts.add(new Entitled(
                        account,
                        "discord",
                        "right" + random.nextInt(2) + account,
                        plan,
                        random.nextBoolean() ? null : at.plus(Duration.ofDays(random.nextInt(10))),
                        random.nextInt(8) > 0,
                        at));
            } else if (kind == 1) {
                facts.add(new Subscribed(account, "twitch", "ada", plan, random.nextInt(3) > 0, at));
            } else {
                String id = "payment" + hour;
                Instant until = at.plus(Duration.ofDays(1 + random.nextInt(10)));
                facts.add(new Paid(account, "patreon", id, plan, until, true, at));
                if (random.nextInt(3) == 0) {
                    facts.add(new Paid(account, "patreon", id, plan, null, false, at.plusSeconds(60)));
                }
            }
        }
        return facts;
    }

    /** Linked, apart, or two of them together. */
    private static Map<AuthorId, MemberId> people(Random random) {
        Map<AuthorId, MemberId> people = new HashMap<>();
        ACCOUNTS.forEach(account -> people.put(account, new MemberId(1 + random.nextInt(2))));
        return people;
    }
}
