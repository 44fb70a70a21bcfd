package lyceum.scheduler.announcements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.scheduler.recurrence.Recurrence;
import lyceum.scheduler.recurrence.Refused;
import lyceum.scheduler.recurrence.Rule;
import org.jdbi.v3.core.Handle;

/** The tables of notes and of when each was said. */
final class NoteTable {
    private static final String COLUMNS = "select id, kind, words, start, zone, rule, stopped from notes_note";

    long nextId(Handle read) {
        return read.createQuery("select coalesce(max(id), 0) + 1 from notes_note")
                .mapTo(Long.class)
                .one();
    }

    void add(Handle write, Note note) {
        Rule rule = note.recurrence().rule();
        write.execute(
                "insert into notes_note (id, kind, words, start, zone, rule, stopped) values (?, ?, ?, ?, ?, ?, 0)",
                note.id(),
                note.kind().name(),
                note.words(),
                note.recurrence().start().toString(),
                note.recurrence().zone().getId(),
                rule == null ? "" : rule.toString());
    }

    Optional<Note> find(Handle read, long id) {
        return read.createQuery(COLUMNS + " where id = ?")
                .bind(0, id)
                .map((row, context) -> note(row))
                .findOne();
    }

    /** Those that go on, the oldest first. */
    List<Note> standing(Handle read) {
        return read.createQuery(COLUMNS + " where stopped = 0 order by id")
                .map((row, context) -> note(row))
                .list();
    }

    /** True the first time. */
    boolean stop(Handle write, long id) {
        return write.execute("update notes_note set stopped = 1 where id = ? and stopped = 0", id) > 0;
    }

    void said(Handle write, Note note, Instant at) {
        write.execute(
                "insert into notes_said (note, kind, at) values (?, ?, ?)",
                note.id(),
                note.kind().name(),
                at.toEpochMilli());
    }

    long said(Handle read, Note.Kind kind, Instant since) {
        return read.createQuery("select count(*) from notes_said where kind = ? and at >= ?")
                .bind(0, kind.name())
                .bind(1, since.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /** What no quota asks for any more. */
    void purge(Handle write, Instant before) {
        write.execute("delete from notes_said where at < ?", before.toEpochMilli());
    }

    private static Note note(ResultSet row) throws SQLException {
        String rule = row.getString("rule");
        try {
            Recurrence recurrence = new Recurrence(
                    LocalDateTime.parse(row.getString("start")),
                    ZoneId.of(row.getString("zone")),
                    rule.isEmpty() ? null : Rule.parse(rule),
                    Set.of(),
                    Set.of());
            return new Note(
                    row.getLong("id"),
                    Note.Kind.valueOf(row.getString("kind")),
                    row.getString("words"),
                    recurrence,
                    row.getLong("stopped") > 0);
        } catch (Refused e) {
            throw new IllegalStateException("the rule of a note cannot be read", e);
        }
    }
}
