package lyceum.scheduler.classes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Answer.Undeliverable;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.Place.StreamChanged;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
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

    private static final Duration GATHERING = Duration.ofMinutes(10);

    private final ClassesSettings settings;
    private final Tables tables = Tables.all();
    private final Handing handing;
    private final Starts starts;
    private final Timetable timetable;
    private final Requests requests;

    /** @param signer of certificates of attendance */
    public Classes(ClassesSettings settings, Signer signer) {
        this.settings = settings;
        Plans plans = new Plans(settings, tables);
        this.handing = new Handing(settings, tables);
        this.starts = new Starts(settings, tables, plans);
        this.timetable = new Timetable(settings, tables, plans, handing);
        this.requests = new Requests(settings, tables, timetable, signer);
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
                command(Requests.COME, "参加", Standing.FAN, option(Wanted.ID), option("no")),
                command(Requests.REMIND, "提醒", Standing.FAN, option(Wanted.ID), option(Wanted.BEFORE)),
                command(
                        Requests.MOVE,
                        "改期",
                        Standing.CREATOR,
                        needed(Wanted.ID),
                        needed(Wanted.TO),
                        option(Wanted.DATE)),
                command(Requests.CANCEL, "停课", Standing.CREATOR, needed(Wanted.ID), option(Wanted.DATE)),
                command(Requests.CERTIFICATE, "证书", Standing.FAN, option(Wanted.ID)));
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case TimerFired fired when fired.timer().startsWith(NAME + ":") -> Reaction.of(rang(fired, tx));
            case Delivered delivered when delivered.what().ref().startsWith(NAME + ":") -> delivered(delivered, tx);
            case Undeliverable refused
            when refused.what().ref().startsWith(Handing.REF) ->
                Reaction.of(handing.refused(tx, refused, number(refused.what().ref(), Handing.REF)));
            case MessagePosted posted -> present(posted, tx);
            case MemberForgotten forgotten -> {
                tables.people().forget(tx.write(), forgotten.member().value());
                yield Reaction.NONE;
            }
            case StreamChanged changed when changed.live() -> Reaction.of(starts.live(tx));
            case Asking asking -> asked(asking, tx);
            default -> Reaction.NONE;
        };
    }

    private List<Effect> rang(TimerFired fired, Tx tx) {
        return fired.timer().equals(Handing.DUE)
                ? handing.claim(tx)
                : timetable.roll(tx, number(fired.timer(), Timetable.ROLL));
    }

    private Reaction delivered(Delivered delivered, Tx tx) {
        String ref = delivered.what().ref();
        if (ref.startsWith(Handing.REF)) {
            handing.told(tx, number(ref, Handing.REF));
        } else if (ref.startsWith(CARD)) {
            delivered.messages().forEach(message -> tables.dates().card(tx.write(), number(ref, CARD), message));
        }
        return Reaction.NONE;
    }

    private Reaction asked(Asking asking, Tx tx) {
        Actor actor = tx.actor();
        if (actor == null) {
            return Reaction.NONE;
        }
        tables.people().seen(tx.read(), tx::write, actor);
        List<Effect> effects = new ArrayList<>();
        switch (asking) {
            case CommandInvoked invoked -> effects.addAll(requests.command(tx, actor, invoked));
            case ChoiceMade made
            when made.choice().startsWith(NAME + ":") -> effects.addAll(requests.choice(tx, actor, made));
            case ChoiceMade _ -> {}
        }
        return Reaction.of(effects);
    }

    /** Who speaks where a class is held, while it is held, is there. */
    private Reaction present(MessagePosted posted, Tx tx) {
        Actor actor = tx.actor();
        if (actor == null || posted.speaker().bot()) {
            return Reaction.NONE;
        }
        for (DateTable.Near near : tables.dates().underWay(tx.read(), tx.now(), GATHERING)) {
            boolean here = settings.rooms().contains(posted.message().room())
                    || tables.classes()
                            .find(tx.read(), near.classId())
                            .filter(of -> of.room().equals(posted.message().room()))
                            .isPresent();
            if (here) {
                tables.comers()
                        .present(
                                tx.write(),
                                new ComerTable.Present(near.classId(), near.planned(), tx.now(), tx.now(), 1),
                                actor.member().value());
            }
        }
        return Reaction.NONE;
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
