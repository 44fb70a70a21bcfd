package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Edits;
import org.jspecify.annotations.Nullable;

/** Keeps dates, reminders, timers and announcements of classes in step with what is planned. */
final class Timetable {
    static final String ROLL = Classes.NAME + ":roll:";
    /** Timers of the day of a date, before the number of a class and the planned date. */
    static final String BEGINS = Classes.NAME + ":begins:";

    static final String LATE = Classes.NAME + ":late:";
    static final String OVER = Classes.NAME + ":over:";

    private static final Duration NOT_TOO_OFTEN = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(60);
    private static final Duration FAR = Duration.ofDays(366 * 4);
    private static final int MOST_NEAR = 1_000;

    private final ClassesSettings settings;
    private final Tables tables;
    private final Plans plans;
    private final Handing handing;
    private final Notices notices;

    Timetable(ClassesSettings settings, Tables tables, Plans plans, Handing handing) {
        this.settings = settings;
        this.tables = tables;
        this.plans = plans;
        this.handing = handing;
        this.notices = new Notices(settings, tables);
    }

    /** A new class: announced in its rooms. */
    List<Effect> add(Tx tx, LiveClass added) {
        tables.classes().add(tx.write(), added);
        List<Effect> effects = new ArrayList<>();
        for (RoomId room : plans.rooms(added)) {
            effects.add(new Post(
                    room, card(tx, added, room), settings.language(room), null, null, Classes.CARD + added.id()));
        }
        effects.addAll(roll(tx, added.id()));
        effects.addAll(notices.compare(tx));
        return effects;
    }

    /** Plans the reminders of dates that have come near, and wakes up for the next. */
    List<Effect> roll(Tx tx, long id) {
        LiveClass of = tables.classes().find(tx.read(), id).orElse(null);
        if (of == null) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        Instant horizon = tx.now().plus(Plans.AHEAD);
        for (LiveClass.Date date : of.dates(tx.now(), horizon, MOST_NEAR)) {
            if (!tables.dates().has(tx.read(), id, date.planned())) {
                tables.dates().put(tx.write(), of, date);
                plans.plan(tx, of, date);
                effects.addAll(ofTheDay(of, date));
            }
        }
        tables.reminders().purge(tx.write(), tx.now().minus(KEPT));
        tables.dates().purge(tx.write(), tx.now().minus(KEPT));
        of.dates(horizon, horizon.plus(FAR), 1).stream()
                .map(date -> date.starts().minus(Plans.AHEAD))
                .map(wake ->
                        wake.isBefore(tx.now().plus(NOT_TOO_OFTEN)) ? tx.now().plus(NOT_TOO_OFTEN) : wake)
                .forEach(wake -> effects.add(new SetTimer(ROLL + id, wake, "")));
        handing.timer(tx, tx.now()).ifPresent(effects::add);
        return effects;
    }

    private static List<Effect> ofTheDay(LiveClass of, LiveClass.Date date) {
        String which = of.id() + ":" + date.planned();
        Instant starts = date.starts();
        return List.of(
                new SetTimer(BEGINS + which, starts, ""),
                new SetTimer(LATE + which, starts.plus(Starts.GRACE), ""),
                new SetTimer(OVER + which, starts.plus(Duration.ofMinutes(of.minutes())), ""));
    }

    /** Somebody wants reminders, other ones, or none: all near dates follow. */
    List<Effect> follow(Tx tx, LiveClass of, long member) {
        for (LiveClass.Date date : of.dates(tx.now(), tx.now().plus(Plans.AHEAD), MOST_NEAR)) {
            plans.plan(tx, of, date, member);
        }
        return handing.timer(tx, tx.now()).<List<Effect>>map(List::of).orElse(List.of());
    }

    /** Moves a date, or cancels it where {@code to} is null. */
    List<Effect> change(Tx tx, LiveClass of, LiveClass.Date date, @Nullable LocalDateTime to) {
        tables.classes().except(tx.write(), of, date.planned(), to);
        tables.classes().changed(tx.write(), of.id(), tx.now());
        LiveClass now = tables.classes().find(tx.read(), of.id()).orElseThrow();
        tables.dates().remove(tx.write(), of.id(), date.planned());
        if (to == null) {
            plans.change(tx, now, date, Cards.CANCELLED);
        } else {
            LiveClass.Date moved =
                    new LiveClass.Date(date.planned(), to.atZone(of.recurrence().zone()));
            plans.change(tx, now, moved, Cards.moved(date.starts()));
        }
        return inStep(tx, now);
    }

    /** Cancels a class as a whole. */
    List<Effect> cancel(Tx tx, LiveClass of) {
        tables.classes().cancel(tx.write(), of.id());
        tables.classes().changed(tx.write(), of.id(), tx.now());
        LiveClass now = tables.classes().find(tx.read(), of.id()).orElseThrow();
        boolean told = false;
        for (LiveClass.Date date : of.dates(tx.now(), tx.now().plus(Plans.AHEAD), MOST_NEAR)) {
            tables.dates().remove(tx.write(), of.id(), date.planned());
            if (told) {
                tables.reminders().forget(tx.write(), of.id(), date.planned());
            } else {
                plans.change(tx, now, date, Cards.CANCELLED);
                told = true;
            }
        }
        return inStep(tx, now);
    }

    /** The timer for what is due next. */
    Optional<SetTimer> due(Tx tx) {
        return handing.timer(tx, tx.now());
    }

    Optional<LiveClass.Date> next(Tx tx, LiveClass of) {
        return of.next(tx.now());
    }

    private List<Effect> inStep(Tx tx, LiveClass of) {
        List<Effect> effects = new ArrayList<>(roll(tx, of.id()));
        effects.addAll(cards(tx, of));
        effects.addAll(notices.compare(tx));
        return effects;
    }

    Notices notices() {
        return notices;
    }

    /** The announcements, as they are to read now. */
    List<Effect> cards(Tx tx, LiveClass of) {
        List<Effect> effects = new ArrayList<>();
        for (MessageId card : tables.dates().cards(tx.read(), of.id())) {
            RoomId room = card.room();
            if (!tx.can(room, Edits.class)) {
                continue;
            }
            effects.add(new Edit(card, card(tx, of, room), settings.language(room), Classes.NAME + ":in-step"));
        }
        return effects;
    }

    private Document card(Tx tx, LiveClass of, RoomId room) {
        Language language = settings.language(room);
        ZoneId zone = settings.zone(of);
        return Cards.card(of, of.next(tx.now()), language, zone);
    }
}
