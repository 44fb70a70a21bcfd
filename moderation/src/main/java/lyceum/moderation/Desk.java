package lyceum.moderation;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.event.People.MembersParted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;
import lyceum.moderation.Case.Decision;

/** Gives what moderators and members ask to whoever answers it, and does what is due each day. */
final class Desk {
    private static final String DAILY = Gate.NAME + ":daily";

    private final ModerationSettings settings;
    private final Discipline discipline;
    private final Breaker breaker;
    private final Seconds seconds;
    private final Deciding deciding;
    private final Undoing undoing;
    private final Appeals appeals;
    private final Reports reports;
    private final ModeratorCommands moderators;
    private final Natives natives;
    private final Raids raids;
    private final RuleLife rules;
    private final Faces faces = new Faces();
    private final DeedTable deeds = new DeedTable();
    private final SaidTable said = new SaidTable();
    private final FileTable files = new FileTable();
    private final CaseTable cases = new CaseTable();
    private final NoteTable notes = new NoteTable();

    Desk(ModerationSettings settings, Review review, Audit audit, BackTest test) {
        this.settings = settings;
        Cards cards = new Cards(settings.zone(), settings.hides());
        discipline = new Discipline(settings);
        breaker = new Breaker(settings, audit);
        seconds = new Seconds(settings, audit);
        deciding = new Deciding(settings, new Deciding.Parts(review, discipline, audit, breaker, seconds));
        undoing = new Undoing(settings, review, discipline, audit);
        appeals = new Appeals(settings, new Appeals.Parts(deciding, undoing, discipline, audit, seconds));
        reports = new Reports(review, deciding, cards);
        moderators = new ModeratorCommands(review, deciding, undoing, cards);
        natives = new Natives(settings, review);
        raids = new Raids(review, discipline, audit);
        rules = new RuleLife(settings, new RuleLife.Parts(deciding, seconds, test, audit));
    }

    Discipline discipline() {
        return discipline;
    }

    Natives natives() {
        return natives;
    }

    Breaker breaker() {
        return breaker;
    }

    Seconds seconds() {
        return seconds;
    }

    Undoing undoing() {
        return undoing;
    }

    RuleLife rules() {
        return rules;
    }

    Raids raids() {
        return raids;
    }

    List<Command> commands() {
        return Stream.of(Reports.commands(), List.of(Appeals.command(), RuleLife.command()), moderators.commands())
                .flatMap(List::stream)
                .toList();
    }

    Reaction on(Event event, Tx tx) {
        return switch (event) {
            case ChoiceMade made -> Reaction.of(choose(made, tx));
            case CommandInvoked invoked -> Reaction.of(command(invoked, tx));
            case TimerFired fired
            when fired.timer().startsWith(Discipline.END) ->
                Reaction.of(discipline.end(Long.parseLong(fired.note()), tx));
            case TimerFired fired when fired.timer().equals(DAILY) -> Reaction.of(day(tx));
            case MemberJoined joined -> {
                faces.hear(joined.speaker(), tx);
                yield Reaction.NONE;
            }
            case MembersMerged merged -> {
                faces.merge(merged, tx);
                deeds.move(tx.write(), merged.from(), merged.into());
                yield Reaction.NONE;
            }
            case MembersParted parted -> {
                faces.part(parted, tx);
                yield Reaction.NONE;
            }
            case MemberForgotten forgotten -> {
                deeds.of(tx.read(), forgotten.member()).forEach(deed -> Audit.forget(tx.write(), deed.about()));
                faces.forget(forgotten, tx);
                yield Reaction.NONE;
            }
            default -> Reaction.NONE;
        };
    }

    private List<Effect> choose(ChoiceMade made, Tx tx) {
        String choice = made.choice();
        if (choice.matches(Deciding.CHOICES)) {
            return deciding.choose(made, tx);
        }
        if (choice.matches("(" + Appeals.UPHOLD + "|" + Appeals.OVERTURN + ")[0-9]{1,18}")) {
            return appeals.decide(made, tx);
        }
        if (choice.matches(Seconds.CHOICES)) {
            return second(made, tx);
        }
        if (choice.matches(Breaker.CHOICES)) {
            return deciding.respond(made, breaker.goOn(made, tx), tx);
        }
        boolean plan = choice.matches(Undoing.PLAN + Undoing.TARGET);
        if (!plan && !choice.matches(Undoing.DO + Undoing.TARGET)) {
            return List.of();
        }
        Actor actor = tx.actor();
        if (actor == null || !actor.standing().atLeast(Standing.MODERATOR)) {
            return deciding.respond(made, Phrase.of("moderation.only-moderators"), tx);
        }
        return plan
                ? deciding.respond(made, undoing.plan(after(choice), new ReadTx(tx.read(), tx.now())), tx)
                : undo(made, actor, tx);
    }

    private List<Effect> second(ChoiceMade made, Tx tx) {
        Seconds.Answer answer = seconds.choose(
                made,
                (second, both) -> switch (second.kind()) {
                    case BAN -> deciding.confirmed(second, both, tx);
                    case LIVE -> rules.set(second.about(), false, both.who(), tx);
                },
                tx);
        List<Effect> effects = new ArrayList<>(answer.effects());
        effects.addAll(deciding.respond(made, answer.say(), tx));
        return effects;
    }

    private List<Effect> undo(ChoiceMade made, Actor actor, Tx tx) {
        Decision by = new Decision(
                Cards.oneLine(made.speaker().name()), actor.member().value(), tx.now());
        List<Effect> effects = new ArrayList<>(undoing.carryOut(after(made.choice()), by, tx));
        String answer = effects.isEmpty() ? "moderation.undo-nothing" : "moderation.you-undid";
        effects.addAll(deciding.respond(made, Phrase.of(answer), tx));
        return effects;
    }

    private static String after(String choice) {
        return choice.substring(choice.lastIndexOf(':') + 1);
    }

    private List<Effect> command(CommandInvoked invoked, Tx tx) {
        return switch (invoked.command()) {
            case "report" -> reports.report(invoked, tx);
            case "mystrikes" -> reports.strikes(invoked, tx);
            case "appeal" -> appeals.appeal(invoked, tx);
            case "rule" -> rules.on(invoked, tx);
            default -> moderators.on(invoked, tx);
        };
    }

    /** Asks to be woken at the next midnight; however often it is asked, once. */
    List<Effect> daily(Tx tx) {
        ZoneId zone = settings.zone();
        return List.of(new SetTimer(
                DAILY,
                tx.now().atZone(zone).truncatedTo(ChronoUnit.DAYS).plusDays(1).toInstant(),
                ""));
    }

    /** Shows the moderators the newest link of the audit log, and forgets what was said long ago and what was evidence long enough. */
    private List<Effect> day(Tx tx) {
        said.purge(tx.write(), tx.now());
        files.purge(tx.write(), tx.now().minus(SaidTable.KEPT));
        for (long old : cases.emptied(tx.write(), tx.now().minus(settings.evidenceKept()), tx.now())) {
            notes.empty(tx.write(), old);
            cases.find(tx.read(), old)
                    .ifPresent(about ->
                            files.remove(tx.write(), about.held().posted().message()));
        }
        List<Effect> effects = new ArrayList<>(daily(tx));
        Audit.Checked newest = Audit.newest(tx.read());
        if (newest.count() > 0) {
            Document line = Document.of(
                    Phrase.of("moderation.audit-head", Text.of(Long.toString(newest.count())), Text.of(newest.head())));
            for (RoomId room : settings.rooms()) {
                effects.add(new Post(room, line, settings.language(room), null, null, Gate.NAME + ":audit"));
            }
        }
        return effects;
    }
}
