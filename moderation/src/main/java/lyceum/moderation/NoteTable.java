package lyceum.moderation;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table of what was written down about cases. */
final class NoteTable {
    /** What a note is. */
    enum Kind {
        /** A moderator wrote it for the others. */
        NOTE,
        /** The message said this before its author changed it. */
        BEFORE
    }

    /** One note, by whom and when. */
    record Note(Kind kind, String who, String words, Instant at) {}

    void add(Handle write, long about, Note note) {
        write.execute(
                "insert into moderation_note (note_id, case_id, kind, who, words, at) values"
                        + " ((select coalesce(max(note_id), 0) + 1 from moderation_note), ?, ?, ?, ?, ?)",
                about,
                note.kind().name(),
                note.who(),
                note.words(),
                note.at().toEpochMilli());
    }

    /** Forgets what messages said before they were changed. */
    void empty(Handle write, long about) {
        write.execute("delete from moderation_note where case_id = ? and kind = ?", about, Kind.BEFORE.name());
    }

    /** The oldest first. */
    List<Note> of(Handle read, long about) {
        return read.createQuery("select kind, who, words, at from moderation_note where case_id = ? order by note_id")
                .bind(0, about)
                .map((row, _) -> new Note(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("who"),
                        row.getString("words"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }
}
