package lyceum.scheduler.classes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.id.RoomId;
import lyceum.scheduler.classes.LiveClass.State;
import lyceum.scheduler.recurrence.Recurrence;
import lyceum.scheduler.recurrence.Refused;
import lyceum.scheduler.recurrence.Rule;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of classes and of their exceptions. */
final class ClassTable {
    private static final String COLUMNS =
            "select id, title, start, zone, rule, minutes, room, sequence, cancelled, made, changed from classes_class";

    long nextId(Handle read) {
        return read.createQuery("select coalesce(max(id), 0) + 1 from classes_class")
                .mapTo(Long.class)
                .one();
    }

    void add(Handle write, LiveClass added) {
        Rule rule = added.recurrence().rule();
        write.execute(
                "insert into classes_class (id, title, start, zone, rule, minutes, room, sequence, cancelled, made, changed)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)",
                added.id(),
                added.title(),
                added.recurrence().start().toString(),
                added.recurrence().zone().getId(),
                rule == null ? null : rule.toString(),
                added.minutes(),
                added.room().toString(),
                added.state().made().toEpochMilli(),
                added.state().changed().toEpochMilli());
    }

    /** Moves a date, or cancels it where {@code moved} is null. */
    void except(Handle write, LiveClass of, LocalDateTime planned, @Nullable LocalDateTime moved) {
        write.execute(
                "insert into classes_exception (class, planned, moved) values (?, ?, ?)"
                        + " on conflict (class, planned) do update set moved = excluded.moved",
                of.id(),
                planned.toString(),
                moved == null ? null : moved.toString());
    }

    void cancel(Handle write, long id) {
        write.execute("update classes_class set cancelled = 1 where id = ?", id);
    }

    void changed(Handle write, long id, Instant now) {
        write.execute(
                "update classes_class set sequence = sequence + 1, changed = ? where id = ?", now.toEpochMilli(), id);
    }

    Optional<LiveClass> find(Handle read, long id) {
        return read.createQuery(COLUMNS + " where id = ?")
                .bind(0, id)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("start"),
                        row.getString("zone"),
                        row.getString("rule"),
                        row.getInt("minutes"),
                        row.getString("room"),
                        new State(
                                row.getLong("sequence"),
                                row.getLong("cancelled") > 0,
                                Instant.ofEpochMilli(row.getLong("made")),
                                Instant.ofEpochMilli(row.getLong("changed")))))
                .findOne()
                .map(row -> row.read(exceptions(read, id)));
    }

    /** The ids of classes that are not cancelled, the oldest first. */
    List<Long> standing(Handle read) {
        return read.createQuery("select id from classes_class where cancelled = 0 order by id")
                .mapTo(Long.class)
                .list();
    }

    /** The ids of all classes, those that were cancelled too. */
    List<Long> all(Handle read) {
        return read.createQuery("select id from classes_class order by id")
                .mapTo(Long.class)
                .list();
    }

    private static Map<LocalDateTime, Optional<LocalDateTime>> exceptions(Handle read, long id) {
        Map<LocalDateTime, Optional<LocalDateTime>> exceptions = new HashMap<>();
        read.createQuery("select planned, moved from classes_exception where class = ?")
                .bind(0, id)
                .map((row, context) -> Map.entry(row.getString("planned"), Optional.ofNullable(row.getString("moved"))))
                .forEach(entry -> exceptions.put(
                        LocalDateTime.parse(entry.getKey()), entry.getValue().map(LocalDateTime::parse)));
        return exceptions;
    }

    private record Row(
            long id,
            String title,
            String start,
            String zone,
            @Nullable String rule,
            int minutes,
            String room,
            State state) {
        LiveClass read(Map<LocalDateTime, Optional<LocalDateTime>> exceptions) {
            Recurrence recurrence =
                    new Recurrence(LocalDateTime.parse(start), ZoneId.of(zone), parsed(), Set.of(), Set.of());
            return new LiveClass(id, title, recurrence, minutes, RoomId.parse(room), state, exceptions);
        }

        private @Nullable Rule parsed() {
            try {
                return rule == null ? null : Rule.parse(rule);
            } catch (Refused e) {
                throw new IllegalStateException("the rule of class " + id + " cannot be read", e);
            }
        }
    }
}
