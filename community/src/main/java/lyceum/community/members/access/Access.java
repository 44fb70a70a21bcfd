package lyceum.community.members.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.community.members.Directory;
import lyceum.community.members.access.DoorTable.Knock;
import lyceum.community.members.access.Fact.Paid;
import lyceum.community.members.access.Fact.Subscribed;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnAccess.Revoke;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Perk.Seat;
import lyceum.kernel.event.Answer;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.People;
import lyceum.kernel.event.People.JoinRequested;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.event.People.MembersParted;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
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
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(15);
    private static final Duration AFTER_START = Duration.ofMinutes(1);
    /** How far back an end is looked for that came while nobody listened; the sweep finds what is older. */
    private static final Duration LATEST = Duration.ofHours(1);

    private final AccessSettings settings;
    private final Directory directory;
    private final BookTable books = new BookTable();
    private final DoorTable table = new DoorTable();
    private final Doors doors;
    private final Receipts receipts;
    private final Requests requests;
    private final AccessPage page;

    public Access(AccessSettings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
        BreakerTable breaker = new BreakerTable();
        Doors.Tables tables = new Doors.Tables(books, table, breaker);
        this.doors = new Doors(settings, directory, tables);
        this.page = new AccessPage(settings, directory, tables);
        this.receipts = new Receipts(settings, directory, table, breaker);
        this.requests = new Requests(settings, directory, books, table);
    }

    /** The names of the plans that a person with these accounts has now, those among them that have ended and are kept for a while. */
    public Set<String> plans(ReadTx tx, Set<AuthorId> accounts) {
        return Ledger.held(books.of(tx.read(), accounts), settings.plans(), tx.now()).stream()
                .map(held -> held.plan().name())
                .collect(Collectors.toSet());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(
                SubscriptionChanged.class,
                PaymentMade.class,
                People.class,
                Answer.class,
                ChoiceMade.class,
                RoomChanged.class);
    }

    @Override
    public List<Command> commands() {
        Option person = new Option(Requests.PERSON, Phrase.of("access.option-person"), true, List.of());
        Option plan = new Option(Requests.PLAN, Phrase.of("access.option-plan"), true, List.of());
        Option days = new Option(Requests.DAYS, Phrase.of("access.option-days"), true, List.of());
        return List.of(
                new Command(NAME, List.of("权益"), Phrase.of("access.access"), List.of(), Standing.FAN),
                new Command(WHY, List.of("权益原因"), Phrase.of("access.access-why"), List.of(person), Standing.CREATOR),
                new Command(
                        GRANT,
                        List.of("授予权益"),
                        Phrase.of("access.access-grant"),
                        List.of(person, plan, days),
                        Standing.CREATOR));
    }

    @Override
    public List<Page> pages() {
        return List.of(page.page());
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case SubscriptionChanged changed -> subscribed(changed, tx);
            case PaymentMade paid -> paid(paid, tx);
            case CommandInvoked asked -> asked(asked, tx);
            case ChoiceMade made
            when made.choice().equals(TAKE) || made.choice().equals(KEEP) -> decided(made, tx);
            case MembersMerged merged -> Reaction.of(doors.settle(merged.accounts(), false, tx));
            case MembersParted parted -> Reaction.of(parted(parted, tx));
            case MemberForgotten forgotten -> Reaction.of(forgotten(forgotten, tx));
            case JoinRequested asked -> Reaction.of(knocked(asked, tx));
            case RoomChanged _ -> Reaction.of(new SetTimer(SWEEP, tx.now().plus(AFTER_START), ""));
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
        return booked(fact, active ? "began" : "ended", tx);
    }

    private Reaction paid(PaymentMade paid, Tx tx) {
        String source = paid.room().platform().value();
        AuthorId account = paid.speaker().id();
        Optional<String> known =
                books.find(tx.read(), account, source, paid.payment()).map(Entitlement::plan);
        return Plan.of(settings.plans(), source, paid.product())
                .map(Plan::name)
                .or(() -> paid.kept() ? Optional.empty() : known)
                .map(plan -> booked(
                        new Paid(account, source, paid.payment(), plan, paid.until(), paid.kept(), paid.at()),
                        paid.kept() ? "paid" : "returned",
                        tx))
                .orElse(Reaction.NONE);
    }

    private Reaction booked(Fact fact, String what, Tx tx) {
        book(fact, what, fact.source(), tx);
        return Reaction.of(doors.settle(Set.of(fact.account()), true, tx));
    }

    private void book(Fact fact, String what, String by, Tx tx) {
        Entitlement before =
                books.find(tx.read(), fact.account(), fact.source(), fact.id()).orElse(null);
        Entitlement after = Ledger.after(before, fact);
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
        List<Effect> effects = new ArrayList<>(doors.everybody(tx));
        effects.add(new SetTimer(SWEEP, tx.now().plus(BETWEEN_SWEEPS), ""));
        return effects;
    }

    private List<Effect> due(Tx tx) {
        Duration longest = settings.plans().stream()
                .map(Plan::grace)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return doors.settle(Set.copyOf(books.ended(tx.read(), tx.now(), longest.plus(LATEST))), true, tx);
    }

    private Reaction asked(CommandInvoked asked, Tx tx) {
        return switch (asked.command()) {
            case NAME -> respond(asked, requests.mine(asked.speaker().id(), tx), List.of(), tx);
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
        Actor actor = tx.actor();
        Language language = actor == null ? settings.language() : actor.language();
        List<Effect> effects = new ArrayList<>(more);
        effects.add(new Respond(asking.reply(), document, language, true, NAME + ":answer"));
        return Reaction.of(effects);
    }
}
