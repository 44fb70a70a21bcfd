package lyceum.scheduler.classes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Answer.Undeliverable;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.event.People.PresenceChanged;
import lyceum.kernel.event.Place.StreamChanged;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Completion.Suggestion;
import lyceum.kernel.feature.Completion.Typing;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;
import lyceum.scheduler.certificate.Signer;
import org.jdbi.v3.core.Handle;

/** Live classes: made by the creator, announced, remembered by those who want to come, and each reminder told once. */
public final class Classes implements Feature {
    static final String NAME = "classes";
    static final String CARD = NAME + ":card:";

    private final Tables tables = Tables.all();
    private final Handing handing;
    private final Starts starts;
    private final Timetable timetable;
    private final Attendance attendance;
    private final AfterClass after;
    private final Requests requests;

    /**
     * @param signer of certificates of attendance
     * @param answered what was asked and answered while a class was held
     */
    public Classes(ClassesSettings settings, Signer signer, Answered answered) {
        Plans plans = new Plans(settings, tables);
        this.handing = new Handing(settings, tables);
        this.starts = new Starts(settings, tables, plans);
        this.timetable = new Timetable(settings, tables, plans, handing);
        this.attendance = new Attendance(settings, tables);
        this.after = new AfterClass(settings, tables, plans, answered);
        this.requests = new Requests(settings, tables, new Requests.Desk(timetable, after, signer));
    }

    /** At how many dates of classes a person took part. */
    public long attended(Handle read, MemberId member) {
        return tables.comers().attended(read, member.value());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(
                Asking.class,
                MessagePosted.class,
                StreamChanged.class,
                PresenceChanged.class,
                MembersMerged.class,
                MemberForgotten.class,
                TimerFired.class,
                Delivered.class,
                Undeliverable.class);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                command(
                        Requests.NEW,
                        "开课",
                        Standing.CREATOR,
                        needed(Wanted.TITLE),
                        needed(Wanted.START),
                        needed(Wanted.ZONE),
                        option(Wanted.RULE),
                        option(Wanted.MINUTES)),
                command(Requests.LIST, "课程", Standing.FAN),
                command(Requests.COME, "参加", Standing.FAN, planned(Wanted.ID), option("no")),
                command(Requests.REMIND, "提醒", Standing.FAN, planned(Wanted.ID), option(Wanted.BEFORE)),
                command(
                        Requests.MOVE,
                        "改期",
                        Standing.CREATOR,
                        needed(Wanted.ID),
                        needed(Wanted.TO),
                        option(Wanted.DATE)),
                command(Requests.CANCEL, "停课", Standing.CREATOR, needed(Wanted.ID), option(Wanted.DATE)),
                command(Requests.CERTIFICATE, "证书", Standing.FAN, option(Wanted.ID)),
                command(Requests.REPLAY, "回放", Standing.CREATOR, needed(Wanted.ID), needed(Wanted.URL)));
    }

    @Override
    public List<Page> pages() {
        return List.of(new ClassesPage(tables).page());
    }

    private Option planned(String name) {
        return option(name).completedBy(this::planned);
    }

    /** The classes that are still to come, the next first. */
    private List<Suggestion> planned(Typing typing, ReadTx tx) {
        Map<LiveClass, Instant> starts = new HashMap<>();
        for (long id : tables.classes().standing(tx.read())) {
            tables.classes()
                    .find(tx.read(), id)
                    .filter(of -> typing.means(id, of.title()))
                    .ifPresent(of -> of.next(tx.now()).ifPresent(date -> starts.put(of, date.starts())));
        }
        return starts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(coming -> Suggestion.of(
                        coming.getKey().id(), Text.of(coming.getKey().title())))
                .toList();
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case TimerFired fired when fired.timer().startsWith(NAME + ":") -> Reaction.of(rang(fired, tx));
            case Delivered delivered when delivered.what().ref().startsWith(NAME + ":") -> delivered(delivered, tx);
            case Undeliverable refused
            when refused.what().ref().startsWith(Handing.REF) ->
                Reaction.of(handing.refused(tx, refused, number(refused.what().ref(), Handing.REF)));
            case MessagePosted posted -> {
                attendance.spoke(tx, posted);
                yield Reaction.NONE;
            }
            case PresenceChanged changed -> {
                attendance.watched(tx, changed);
                yield Reaction.NONE;
            }
            case MembersMerged merged -> {
                tables.people()
                        .merge(tx.write(), merged.from().value(), merged.into().value());
                yield Reaction.NONE;
            }
            case MemberForgotten forgotten -> {
                tables.people().forget(tx.write(), forgotten.member().value());
                yield Reaction.NONE;
            }
            case StreamChanged changed -> Reaction.of(starts.changed(tx, changed));
            case Asking asking -> asked(asking, tx);
            default -> Reaction.NONE;
        };
    }

    private List<Effect> rang(TimerFired fired, Tx tx) {
        String timer = fired.timer();
        if (timer.equals(Handing.DUE)) {
            return handing.claim(tx);
        }
        if (timer.equals(Notices.COMPARE)) {
            return timetable.notices().compare(tx);
        }
        return timer.startsWith(Timetable.ROLL)
                ? timetable.roll(tx, number(timer, Timetable.ROLL))
                : onTheDay(timer.split(":", 4), tx);
    }

    /** A timer of the day says {@code classes:WORD:ID:PLANNED}; of a date that was moved or cancelled nothing rings. */
    private List<Effect> onTheDay(String[] parts, Tx tx) {
        DateTable.Near near = new DateTable.Near(Long.parseLong(parts[2]), LocalDateTime.parse(parts[3]));
        if (!tables.dates().has(tx.read(), near)) {
            return List.of();
        }
        return switch (parts[1]) {
            case "begins" ->
                Stream.concat(starts.due(tx, near).stream(), timetable.notices().compare(tx).stream())
                        .toList();
            case "late" -> starts.late(tx, near);
            default -> over(tx, near);
        };
    }

    private List<Effect> over(Tx tx, DateTable.Near near) {
        return tables.classes()
                .find(tx.read(), near.classId())
                .map(of -> {
                    List<Effect> effects = new ArrayList<>(timetable.cards(tx, of));
                    effects.addAll(after.over(tx, of, near));
                    effects.addAll(timetable.notices().compare(tx));
                    return effects;
                })
                .orElseGet(ArrayList::new);
    }

    private Reaction delivered(Delivered delivered, Tx tx) {
        String ref = delivered.what().ref();
        if (ref.startsWith(Handing.REF)) {
            handing.told(tx, number(ref, Handing.REF));
        } else if (ref.startsWith(CARD)) {
            delivered.messages().forEach(message -> tables.dates().card(tx.write(), number(ref, CARD), message));
            return Reaction.of(timetable.notices().pins(tx));
        } else if (delivered.what() instanceof Pin pin) {
            timetable.notices().done(tx, pin);
        }
        return Reaction.NONE;
    }

    private Reaction asked(Asking asking, Tx tx) {
        Actor actor = tx.actor();
        if (actor == null) {
            return Reaction.NONE;
        }
        tables.people().seen(tx.read(), tx::write, actor);
        attendance.asked(tx, asking);
        List<Effect> effects = new ArrayList<>();
        switch (asking) {
            case CommandInvoked invoked -> effects.addAll(requests.command(tx, actor, invoked));
            case ChoiceMade made
            when made.choice().startsWith(NAME + ":") -> effects.addAll(requests.choice(tx, actor, made));
            case ChoiceMade _ -> {}
        }
        return Reaction.of(effects);
    }

    private static long number(String ref, String prefix) {
        return Long.parseLong(ref.substring(prefix.length()));
    }

    private static Command command(String name, String alias, Standing needs, Option... options) {
        return new Command(name, List.of(alias), Phrase.of("classes." + name), List.of(options), needs);
    }

    private static Option needed(String name) {
        return new Option(name, Phrase.of("classes.option-" + name), true, List.of());
    }

    private static Option option(String name) {
        return new Option(name, Phrase.of("classes.option-" + name), false, List.of());
    }
}
