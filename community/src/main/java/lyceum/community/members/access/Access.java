package lyceum.community.members.access;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.community.members.Directory;
import lyceum.community.members.access.DoorTable.Knock;
import lyceum.community.members.access.Fact.Entitled;
import lyceum.community.members.access.Fact.Paid;
import lyceum.community.members.access.Fact.Subscribed;
import lyceum.community.members.access.Till.Sold;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnAccess.Revoke;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Perk.Seat;
import lyceum.kernel.event.Answer;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Money.EntitlementChanged;
import lyceum.kernel.event.Money.PaymentAsked;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.Money.TipReceived;
import lyceum.kernel.event.People;
import lyceum.kernel.event.People.JoinRequested;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.event.People.MembersParted;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.event.Place.SubscribersListed;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;

/** A subscriber is a subscriber everywhere: what was paid for in one place is given in all, and taken only when it has truly ended. */
public final class Access implements Feature {
    static final String NAME = "access";
    static final String TAKE = NAME + ":take";
    static final String KEEP = NAME + ":keep";
    private static final String WHY = "access-why";
    static final String GRANT = "access-grant";
    private static final String SWEEP = NAME + ":sweep";
    private static final int MANY = 200;
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(15);
    private static final Duration AFTER_START = Duration.ofMinutes(1);
    /** How far back a beginning or an end is looked for that came while nobody listened; the sweep finds what is older. */
    private static final Duration LATEST = Duration.ofHours(1);

    private final AccessSettings settings;
    private final Directory directory;
    private final BookTable books = new BookTable();
    private final DoorTable table = new DoorTable();
    private final Doors doors;
    private final Receipts receipts;
    private final Requests requests;
    private final AccessPage page;
    private final Till till;
    private final Roll roll;
    private final PeriodTable periods = new PeriodTable();
    private final ByHand byHand = new ByHand(periods);

    public Access(AccessSettings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
        BreakerTable breaker = new BreakerTable();
        Doors.Tables tables = new Doors.Tables(books, table, breaker);
        this.doors = new Doors(settings, directory, tables);
        this.page = new AccessPage(settings, directory, tables);
        this.till = new Till(settings);
        this.roll = new Roll(settings, books);
        this.receipts = new Receipts(settings, directory, table, breaker);
        this.requests = new Requests(settings, directory, books, table);
    }

    /** What is posted for those who have a plan, announced in these rooms. */
    public Feature posts(List<RoomId> rooms) {
        return new Posts(settings, directory, books, rooms);
    }

    /** The names of the plans that a person with these accounts has now, those among them that have ended and are kept for a while. */
    public Set<String> plans(ReadTx tx, Set<AuthorId> accounts) {
        return Ledger.held(books.of(tx.read(), accounts), settings.plans(), tx.now()).stream()
                .map(held -> held.plan().name())
                .collect(Collectors.toSet());
    }

    /** What stands before the name of whoever has this account, best plan first. */
    public List<String> badges(ReadTx tx, AuthorId account) {
        return directory
                .find(tx.read(), account)
                .map(person -> Ledger.held(books.of(tx.read(), person.accounts()), settings.plans(), tx.now()).stream()
                        .map(held -> held.plan().badge())
                        .filter(badge -> !badge.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(
                SubscriptionChanged.class,
                TipReceived.class,
                EntitlementChanged.class,
                PaymentAsked.class,
                PaymentMade.class,
                People.class,
                Answer.class,
                ChoiceMade.class,
                RoomChanged.class,
                SubscribersListed.class);
    }

    @Override
    public List<Command> commands() {
        Option person = new Option(Requests.PERSON, Phrase.of("access.option-person"), true, List.of());
        Option plan = new Option(Requests.PLAN, Phrase.of("access.option-plan"), true, List.of());
        Option days = new Option(Requests.DAYS, Phrase.of("access.option-days"), true, List.of());
        return List.of(
                new Command(NAME, List.of("权益"), Phrase.of("access.access"), List.of(), Standing.FAN),
                new Command(WHY, List.of("权益原因"), Phrase.of("access.access-why"), List.of(person), Standing.CREATOR),
                byHand.command(),
                new Command(
                        GRANT,
                        List.of("授予权益"),
                        Phrase.of("access.access-grant"),
                        List.of(person, plan, days),
                        Standing.CREATOR));
    }

    @Override
    public List<Page> pages() {
        return List.of(page.page(), new PeriodPage(periods, byHand).page());
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case SubscriptionChanged changed -> subscribed(changed, tx);
            case TipReceived tip -> {
                periods.took(tx.write(), tip);
                yield Reaction.NONE;
            }
            case EntitlementChanged changed -> entitled(changed, tx);
            case PaymentAsked asked -> Reaction.of(till.decide(asked, language(tx)));
            case PaymentMade paid -> paid(paid, tx);
            case CommandInvoked asked -> asked(asked, tx);
            case ChoiceMade made
            when made.choice().equals(TAKE) || made.choice().equals(KEEP) -> decided(made, tx);
            case ChoiceMade made when made.choice().startsWith(Till.BUY) -> Reaction.of(till.offer(made, language(tx)));
            case MembersMerged merged -> Reaction.of(doors.settle(merged.accounts(), false, tx));
            case MembersParted parted -> Reaction.of(parted(parted, tx));
            case MemberForgotten forgotten -> Reaction.of(forgotten(forgotten, tx));
            case JoinRequested asked -> Reaction.of(knocked(asked, tx));
            case RoomChanged _ -> Reaction.of(new SetTimer(SWEEP, tx.now().plus(AFTER_START), ""));
            case SubscribersListed list -> Reaction.of(listed(list, tx));
            case TimerFired fired when fired.timer().equals(Round.LOOK) -> Reaction.of(Round.step(tx));
            case TimerFired fired when fired.timer().equals(SWEEP) -> Reaction.of(swept(tx));
            case TimerFired fired when fired.timer().equals(Doors.DUE) -> Reaction.of(due(tx));
            case Answer answer -> Reaction.of(receipts.heard(answer, tx));
            case People people -> Reaction.of(receipts.heard(people, tx));
            default -> Reaction.NONE;
        };
    }

    /** An end may come without a tier, and who changes to a tier that gives nothing has no longer what the other gave. */
    private Reaction subscribed(SubscriptionChanged changed, Tx tx) {
        String source = changed.room().platform().value();
        AuthorId account = changed.speaker().id();
        String id = changed.room().toString();
        Plan plan = Plan.of(settings.plans(), source, changed.tier()).orElse(null);
        String had = books.find(tx.read(), account, source, id)
                .map(Entitlement::plan)
                .orElse(null);
        String named = plan == null ? had : plan.name();
        if (named == null) {
            return Reaction.NONE;
        }
        boolean active = changed.active() && plan != null;
        Fact fact = new Subscribed(account, source, id, named, active, changed.at());
        return Reaction.of(booked(fact, active ? "began" : "ended", tx));
    }

    /** Where a list says much that is new, the look at everybody, which is quicker by then, does the rest. */
    private List<Effect> listed(SubscribersListed list, Tx tx) {
        List<Fact> facts = roll.facts(list, tx);
        facts.forEach(fact ->
                book(fact, fact instanceof Subscribed each && each.active() ? "began" : "ended", fact.source(), tx));
        Set<AuthorId> accounts = facts.stream().map(Fact::account).collect(Collectors.toSet());
        return accounts.size() > MANY
                ? List.of(new SetTimer(SWEEP, tx.now(), ""))
                : accounts.isEmpty() ? List.of() : doors.settle(accounts, true, tx);
    }

    /** What is known already, as when a list is read again, is no news. */
    private Reaction entitled(EntitlementChanged changed, Tx tx) {
        String source = changed.room().platform().value();
        AuthorId account = changed.speaker().id();
        Entitlement before =
                books.find(tx.read(), account, source, changed.entitlement()).orElse(null);
        String plan = Plan.of(settings.plans(), source, changed.product())
                .map(Plan::name)
                .orElse(before == null ? null : before.plan());
        if (plan == null) {
            return Reaction.NONE;
        }
        Fact fact = new Entitled(
                account, source, changed.entitlement(), plan, changed.until(), changed.kept(), changed.at());
        if (before != null && Ledger.after(before, fact).says(before)) {
            return Reaction.NONE;
        }
        boolean ended = changed.until() != null && !changed.until().isAfter(changed.at());
        return Reaction.of(booked(fact, !changed.kept() ? "returned" : ended ? "ended" : "began", tx));
    }

    private Reaction paid(PaymentMade paid, Tx tx) {
        String source = paid.room().platform().value();
        AuthorId account = paid.speaker().id();
        Optional<String> known =
                books.find(tx.read(), account, source, paid.payment()).map(Entitlement::plan);
        Sold sold = till.sold(paid).orElse(null);
        Optional<String> plan = sold != null
                ? Optional.of(sold.plan())
                : Plan.of(settings.plans(), source, paid.product())
                        .map(Plan::name)
                        .or(() -> paid.kept() ? Optional.empty() : known);
        periods.took(tx.write(), paid, plan.isPresent());
        if (plan.isEmpty()) {
            return Reaction.NONE;
        }
        Instant until = sold == null || !paid.kept() ? paid.until() : sold.until();
        Fact fact = new Paid(account, source, paid.payment(), plan.get(), until, paid.kept(), paid.at());
        List<Effect> effects = booked(fact, paid.kept() ? "paid" : "returned", tx);
        return Reaction.of(
                sold == null || known.isPresent() || !paid.kept() ? effects : thanked(sold, paid, effects, tx));
    }

    /** First the receipt, then what it brings. */
    private List<Effect> thanked(Sold sold, PaymentMade paid, List<Effect> effects, Tx tx) {
        ZoneId zone = directory
                .find(tx.read(), paid.speaker().id())
                .map(Directory.Known::zone)
                .orElse(ZoneOffset.UTC);
        Document thanks = till.thanks(sold, AccessCard.time(sold.until(), zone));
        List<Effect> all = new ArrayList<>();
        all.add(new Post(paid.room(), thanks, language(tx), null, null, NAME + ":thanks"));
        all.addAll(effects);
        return all;
    }

    private List<Effect> booked(Fact fact, String what, Tx tx) {
        book(fact, what, fact.source(), tx);
        return doors.settle(Set.of(fact.account()), true, tx);
    }

    private void book(Fact fact, String what, String by, Tx tx) {
        Entitlement before =
                books.find(tx.read(), fact.account(), fact.source(), fact.id()).orElse(null);
        Entitlement after = Ledger.after(before, fact).heard(tx.now());
        if (!after.equals(before)) {
            books.put(tx.write(), after);
        }
        books.keep(tx.write(), fact, what, by);
    }

    private List<Effect> parted(MembersParted parted, Tx tx) {
        return doors.settle(accountsOf(parted, tx), false, tx);
    }

    /** The accounts of both: of the one that went, and of those who stay. */
    private Set<AuthorId> accountsOf(MembersParted parted, Tx tx) {
        Set<AuthorId> accounts = new HashSet<>(Set.of(parted.account()));
        Actor actor = tx.actor();
        if (actor != null) {
            accounts.addAll(actor.accounts());
        }
        return accounts;
    }

    /** What the forgotten had is theirs no longer: nobody would know why. */
    private List<Effect> forgotten(MemberForgotten forgotten, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        table.of(tx.read(), forgotten.accounts())
                .forEach(given -> effects.add(new Revoke(given.account(), given.perk(), NAME + ":take")));
        forgotten.accounts().forEach(account -> {
            books.forget(tx.write(), account);
            table.forget(tx.write(), account);
        });
        return effects;
    }

    /** Who may come in comes in; to others it is said how they can. A forwarded link admits nobody. */
    private List<Effect> knocked(JoinRequested asked, Tx tx) {
        Seat seat = new Seat(asked.room());
        if (settings.plans().stream().noneMatch(plan -> plan.gives().contains(seat))) {
            return List.of();
        }
        AuthorId account = asked.speaker().id();
        table.knocks(tx.write(), new Knock(account, asked.room(), tx.now()));
        List<Effect> effects = new ArrayList<>(doors.settle(Set.of(account), false, tx));
        if (!doors.may(account, asked.room(), tx)) {
            directory
                    .find(tx.read(), account)
                    .ifPresent(person -> effects.addAll(doors.said(person, AccessCard.knocked(settings), "door")));
        }
        return effects;
    }

    private List<Effect> swept(Tx tx) {
        Map<AuthorId, MemberId> people = directory.everybody(tx.read());
        List<Effect> effects = new ArrayList<>(doors.everybody(people, tx));
        periods.count(tx.write(), people, tx.now());
        effects.addAll(Round.begin(tx));
        effects.add(new SetTimer(SWEEP, tx.now().plus(BETWEEN_SWEEPS), ""));
        return effects;
    }

    private List<Effect> due(Tx tx) {
        Duration longest = settings.plans().stream()
                .map(Plan::grace)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return doors.settle(Set.copyOf(books.changed(tx.read(), tx.now(), LATEST, longest.plus(LATEST))), true, tx);
    }

    private Reaction asked(CommandInvoked asked, Tx tx) {
        return switch (asked.command()) {
            case NAME -> {
                Document mine = requests.mine(asked.speaker().id(), tx);
                List<Effect> again = doors.again(asked.speaker().id(), tx);
                yield respond(asked, till.stands(asked) ? till.withButtons(mine) : mine, again, tx);
            }
            case ByHand.COMMAND -> respond(asked, byHand.enter(asked.options(), tx), List.of(), tx);
            case WHY -> respond(asked, requests.why(asked.options(), tx), List.of(), tx);
            case GRANT -> {
                Requests.Granting granting = requests.grant(asked, tx);
                Fact fact = granting.fact();
                if (fact == null) {
                    yield respond(asked, granting.answer(), List.of(), tx);
                }
                book(fact, "granted", asked.speaker().name(), tx);
                yield respond(asked, granting.answer(), doors.settle(Set.of(fact.account()), true, tx), tx);
            }
            default -> Reaction.NONE;
        };
    }

    private Reaction decided(ChoiceMade made, Tx tx) {
        boolean take = made.choice().equals(TAKE);
        if (!made.speaker().standing().atLeast(Standing.CREATOR)) {
            return respond(made, Document.of(Phrase.of("access.not-you")), List.of(), tx);
        }
        return respond(
                made, Document.of(Phrase.of(take ? "access.taken" : "access.kept")), doors.decided(take, tx), tx);
    }

    private Reaction respond(Asking asking, Document document, List<Effect> more, Tx tx) {
        List<Effect> effects = new ArrayList<>(more);
        effects.add(new Respond(asking.reply(), document, language(tx), true, NAME + ":answer"));
        return Reaction.of(effects);
    }

    private Language language(Tx tx) {
        Actor actor = tx.actor();
        return actor == null ? settings.language() : actor.language();
    }
}
