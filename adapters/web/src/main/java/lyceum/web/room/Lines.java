package lyceum.web.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of lines, for the lane that writes it. Each step done twice is the same as once. */
final class Lines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BETWEEN_PURGES = 1_000;

    private final Duration kept;

    Lines(Duration kept) {
        this.kept = kept;
    }

    /** Whose line it is and who may see it. */
    record Line(
            MessageId id, @Nullable String author, @Nullable String onlyFor) {}

    void say(Handle write, Line line, String body, Instant now) {
        Optional<Long> added = write.createQuery("""
                        insert into room_line (room, line, kind, author, only_for, body, at)
                        values (:room, :line, 'said', :author, :onlyFor, :body, :at)
                        on conflict do nothing returning seq""")
                .bind("room", line.id().room().value())
                .bind("line", line.id().value())
                .bind("author", line.author())
                .bind("onlyFor", line.onlyFor())
                .bind("body", body)
                .bind("at", now.toEpochMilli())
                .mapTo(Long.class)
                .findOne();
        if (added.isPresent() && added.get() % BETWEEN_PURGES == 0) {
            purge(write, now);
        }
    }

    /** Nothing where the line does not stand, or reads so already. */
    void edit(Handle write, MessageId id, String body, Instant now) {
        Optional<Entry> said = said(write, id);
        if (said.isEmpty()) {
            return;
        }
        String merged = merged(said.get().body(), body);
        if (merged.equals(said.get().body())) {
            return;
        }
        List<Long> was = numbers(write, id);
        write.createUpdate("update room_line set body = :body where seq = :seq")
                .bind("body", merged)
                .bind("seq", said.get().seq())
                .execute();
        write.createUpdate("delete from room_line where room = :room and line = :line and kind = 'edited'")
                .bind("room", id.room().value())
                .bind("line", id.value())
                .execute();
        append(write, said.get(), Entry.Kind.EDITED, Entry.instead(body, was), now);
    }

    /** Nothing where the line does not stand. */
    void delete(Handle write, MessageId id, String body, Instant now) {
        Optional<Entry> said = said(write, id);
        if (said.isPresent()) {
            List<Long> was = numbers(write, id);
            write.createUpdate("delete from room_line where room = :room and line = :line")
                    .bind("room", id.room().value())
                    .bind("line", id.value())
                    .execute();
            append(write, said.get(), Entry.Kind.DELETED, Entry.instead(body, was), now);
        }
    }

    /** What stands of what somebody said, or was told alone. */
    List<MessageId> by(Handle read, String account) {
        return read.createQuery("""
                        select distinct room, line from room_line where kind = 'said' and (author = ? or only_for = ?)""")
                .bind(0, account)
                .bind(1, account)
                .map((row, _) -> new MessageId(new RoomId(Ids.PLATFORM, row.getString(1)), row.getString(2)))
                .list();
    }

    private static void append(Handle write, Entry said, Entry.Kind kind, String body, Instant now) {
        write.createUpdate("""
                        insert into room_line (room, line, kind, author, only_for, body, at)
                        values (:room, :line, :kind, :author, :onlyFor, :body, :at)""")
                .bind("room", said.room())
                .bind("line", said.line())
                .bind("kind", kind.word())
                .bind("author", said.author())
                .bind("onlyFor", said.onlyFor())
                .bind("body", body)
                .bind("at", now.toEpochMilli())
                .execute();
    }

    /** Under which numbers a line was told so far. */
    private static List<Long> numbers(Handle read, MessageId id) {
        return read.createQuery("select seq from room_line where room = :room and line = :line order by seq")
                .bind("room", id.room().value())
                .bind("line", id.value())
                .mapTo(Long.class)
                .list();
    }

    static Optional<Entry> said(Handle read, MessageId id) {
        return read.createQuery("select * from room_line where room = :room and line = :line and kind = 'said'")
                .bind("room", id.room().value())
                .bind("line", id.value())
                .map((row, _) -> RoomLog.entry(row))
                .findOne();
    }

    private void purge(Handle write, Instant now) {
        write.createUpdate("delete from room_line where at < :before")
                .bind("before", now.minus(kept).toEpochMilli())
                .execute();
    }

    /** The line as said, with the words, marks and buttons of the edit, for those who come later. */
    private static String merged(String said, String edit) {
        try {
            ObjectNode now = (ObjectNode) JSON.readTree(said);
            ObjectNode changed = (ObjectNode) JSON.readTree(edit);
            for (String field : List.of("text", "marks", "buttons")) {
                if (changed.has(field)) {
                    now.set(field, changed.get(field));
                } else {
                    now.remove(field);
                }
            }
            now.put("edited", true);
            return now.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line that is not JSON", e);
        }
    }
}
