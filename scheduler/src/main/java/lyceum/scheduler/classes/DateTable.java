package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.MessageId;
import org.jdbi.v3.core.Handle;

/** The tables of near dates, and of the messages that announce classes. */
final class DateTable {
    /** When a date was held. */
    record Span(LocalDateTime planned, Instant starts, Instant ends) {}

    /** One near date of a class. */
    record Near(long classId, LocalDateTime planned) {}

    /** A date with its times. */
    record Held(Near near, Instant starts, Instant ends) {}

    void put(Handle write, LiveClass of, LiveClass.Date date) {
        Instant ends = date.starts().plus(Duration.ofMinutes(of.minutes()));
        write.execute(
                "insert into classes_date (class, planned, starts, ends) values (?, ?, ?, ?)"
                        + " on conflict (class, planned) do update set starts = excluded.starts, ends = excluded.ends",
                of.id(),
                date.planned().toString(),
                date.starts().toEpochMilli(),
                ends.toEpochMilli());
    }

    boolean has(Handle read, Near near) {
        return has(read, near.classId(), near.planned());
    }

    boolean has(Handle read, long classId, LocalDateTime planned) {
        return read.createQuery("select count(*) from classes_date where class = ? and planned = ?")
                        .bind(0, classId)
                        .bind(1, planned.toString())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    void remove(Handle write, long classId, LocalDateTime planned) {
        write.execute("delete from classes_date where class = ? and planned = ?", classId, planned.toString());
    }

    /** The dates that are under way, with a while before the start in which people gather. */
    List<Near> underWay(Handle read, Instant now, Duration gathering) {
        return read.createQuery("select class, planned from classes_date where ends >= ? and starts <= ?")
                .bind(0, now.toEpochMilli())
                .bind(1, now.plus(gathering).toEpochMilli())
                .map((row, context) -> new Near(row.getLong("class"), LocalDateTime.parse(row.getString("planned"))))
                .list();
    }

    /** The dates that are held at any time between two instants. */
    List<Held> between(Handle read, Instant from, Instant to) {
        return read.createQuery("select class, planned, starts, ends from classes_date where ends >= ? and starts <= ?")
                .bind(0, from.toEpochMilli())
                .bind(1, to.toEpochMilli())
                .map((row, context) -> new Held(
                        new Near(row.getLong("class"), LocalDateTime.parse(row.getString("planned"))),
                        Instant.ofEpochMilli(row.getLong("starts")),
                        Instant.ofEpochMilli(row.getLong("ends"))))
                .list();
    }

    /** The last date of a class that has begun. */
    Optional<Span> last(Handle read, long classId, Instant now) {
        return read.createQuery("select planned, starts, ends from classes_date where class = ? and starts <= ?"
                        + " order by starts desc limit 1")
                .bind(0, classId)
                .bind(1, now.toEpochMilli())
                .map((row, context) -> new Span(
                        LocalDateTime.parse(row.getString("planned")),
                        Instant.ofEpochMilli(row.getLong("starts")),
                        Instant.ofEpochMilli(row.getLong("ends"))))
                .findOne();
    }

    void purge(Handle write, Instant before) {
        write.execute("delete from classes_date where ends < ?", before.toEpochMilli());
    }

    void card(Handle write, long classId, MessageId message) {
        write.execute(
                "insert into classes_card (message, class) values (?, ?) on conflict do nothing",
                message.toString(),
                classId);
    }

    void pin(Handle write, MessageId message) {
        write.execute(
                "insert into classes_pin (message) values (?) on conflict (message) do nothing", message.toString());
    }

    void unpin(Handle write, MessageId message) {
        write.execute("delete from classes_pin where message = ?", message.toString());
    }

    /** What was asked to be kept in sight and not let go. */
    List<MessageId> pinned(Handle read) {
        return read.createQuery("select message from classes_pin order by message").mapTo(String.class).list().stream()
                .map(MessageId::parse)
                .toList();
    }

    List<MessageId> cards(Handle read, long classId) {
        return read
                .createQuery("select message from classes_card where class = ?")
                .bind(0, classId)
                .mapTo(String.class)
                .list()
                .stream()
                .map(MessageId::parse)
                .toList();
    }
}
