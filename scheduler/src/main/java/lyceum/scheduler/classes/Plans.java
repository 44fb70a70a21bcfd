package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.scheduler.classes.ComerTable.Comer;
import lyceum.scheduler.classes.Reminder.To;

/** Writes down who is told what about a class date, and when. */
final class Plans {
    /** So long before a date its reminders are written down; nobody may ask to be reminded earlier. */
    static final Duration AHEAD = Duration.ofDays(9);

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final ClassesSettings settings;
    private final Tables tables;

    Plans(ClassesSettings settings, Tables tables) {
        this.settings = settings;
        this.tables = tables;
    }

    /** A date has come near: everybody who wants it, and every room, is reminded of it. */
    void plan(Tx tx, LiveClass of, LiveClass.Date date) {
        Places places = new Places(tx, of, date);
        List<Reminder> all = new ArrayList<>();
        for (RoomId room : rooms(of)) {
            ComerTable.USUAL.forEach(lead -> add(all, tx, places, To.everybody(room), lead));
        }
        for (Comer comer : inTurn(tx, of, date)) {
            comer.leads().forEach(lead -> add(all, tx, places, To.person(comer.member(), comer.platform()), lead));
        }
        tables.reminders().add(tx.write(), all);
    }

    /** Somebody has only now said that they want to be reminded, or otherwise than before. */
    void plan(Tx tx, LiveClass of, LiveClass.Date date, long member) {
        tables.reminders().forget(tx.write(), of.id(), date.planned(), member);
        Places places = new Places(tx, of, date);
        List<Reminder> all = new ArrayList<>();
        tables.comers()
                .toRemind(tx.read(), of.id(), date.planned(), member)
                .ifPresent(comer -> comer.leads()
                        .forEach(lead -> add(all, tx, places, To.person(comer.member(), comer.platform()), lead)));
        tables.reminders().add(tx.write(), all);
    }

    /**
     * A date is otherwise than people believe: what waits is forgotten, and everybody is told.
     *
     * @param date as it is now, or as it was if it does not take place
     * @param note what {@link Cards} makes a sentence of
     */
    void change(Tx tx, LiveClass of, LiveClass.Date date, String note) {
        tables.reminders().forget(tx.write(), of.id(), date.planned());
        List<Reminder> all = new ArrayList<>();
        long kind = -of.state().sequence();
        for (RoomId room : rooms(of)) {
            all.add(reminder(of, date, To.everybody(room), kind, tx.now(), note));
        }
        Map<String, Long> places = new HashMap<>();
        for (Comer comer : inTurn(tx, of, date)) {
            long place = places.merge(comer.platform(), 1L, Long::sum) - 1;
            Instant due = Wave.atOnce(tx.now(), place, settings.pace(comer.platform()));
            all.add(reminder(of, date, To.person(comer.member(), comer.platform()), kind, due, note));
        }
        tables.reminders().add(tx.write(), all);
    }

    /** Everybody who came to a date or wanted to is told in private where its recording is; once, whatever the address. */
    void after(Tx tx, LiveClass of, LiveClass.Date date, String address) {
        List<Reminder> all = new ArrayList<>();
        Map<String, Long> places = new HashMap<>();
        for (Comer comer : tables.comers().afterwards(tx.read(), of.id(), date.planned())) {
            long place = places.merge(comer.platform(), 1L, Long::sum) - 1;
            Instant due = Wave.atOnce(tx.now(), place, settings.pace(comer.platform()));
            To to = To.person(comer.member(), comer.platform());
            all.add(reminder(of, date, to, Reminder.AFTERWARDS, due, address));
        }
        tables.reminders().add(tx.write(), all);
    }

    List<RoomId> rooms(LiveClass of) {
        return Stream.concat(Stream.of(of.room()), settings.rooms().stream())
                .filter(room -> !room.platform().value().equals("twitch")
                        || settings.rooms().contains(room))
                .distinct()
                .toList();
    }

    /** In another order for each date, so that nobody is always the last. */
    private List<Comer> inTurn(Tx tx, LiveClass of, LiveClass.Date date) {
        long turn = date.starts().toEpochMilli() / 60_000;
        return tables.comers().toRemind(tx.read(), of.id(), date.planned()).stream()
                .sorted(Comparator.comparingLong(comer -> ((comer.member() + turn) * MIX) >>> 1))
                .toList();
    }

    private void add(List<Reminder> all, Tx tx, Places places, To to, Duration lead) {
        Instant starts = places.date().starts();
        if (starts.minus(lead).isBefore(tx.now())) {
            return;
        }
        Wave wave = new Wave(starts, lead, to.room() == null ? settings.pace(to.platform()) : null);
        Instant due = wave.due(to.room() == null ? places.next(lead, to.platform()) : 0);
        all.add(reminder(places.of(), places.date(), to, lead.toSeconds(), due, ""));
    }

    private static Reminder reminder(LiveClass of, LiveClass.Date date, To to, long kind, Instant due, String note) {
        return new Reminder(0, of.id(), date.planned(), date.starts(), to, kind, due, note);
    }

    /** How many of each wave of a date have their place. */
    private final class Places {
        private final Tx tx;
        private final LiveClass of;
        private final LiveClass.Date date;
        private final Map<String, Long> taken = new HashMap<>();

        Places(Tx tx, LiveClass of, LiveClass.Date date) {
            this.tx = tx;
            this.of = of;
            this.date = date;
        }

        LiveClass of() {
            return of;
        }

        LiveClass.Date date() {
            return date;
        }

        long next(Duration lead, String platform) {
            long kind = lead.toSeconds();
            return taken.compute(
                            kind + platform,
                            (_, before) -> 1
                                    + (before == null
                                            ? tables.reminders()
                                                    .count(tx.read(), of.id(), date.starts(), kind, platform)
                                            : before))
                    - 1;
        }
    }
}
