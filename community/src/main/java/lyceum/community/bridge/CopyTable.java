package lyceum.community.bridge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of copies, of what was taken back, of words that still have to reach a copy, and of notices. */
final class CopyTable {
    /** What stands for a copy whose receipt has not come; no message's id begins so. */
    private static final String AWAITED = "-";
    /** Before the number of the line in a message that several copies share. */
    private static final String SHARED = "~";

    private static final String PART =
            "select copy, source, room, part, author, manner, said from bridge_copy where gone = 0 and ";

    private final Waiting json = new Waiting();

    /** A piece will be posted. */
    void plan(Handle write, Part part) {
        Part.Said said = part.said();
        Instant at = said.manner() == Manner.PROMPT ? null : said.at();
        write.createUpdate("""
                insert into bridge_copy (copy, source, room, part, gone, author, manner, said)
                values (:copy, :source, :room, :part, 0, :author, :manner, :said)
                on conflict (source, room, part) do update set copy = excluded.copy, gone = 0,
                    author = excluded.author, manner = excluded.manner, said = excluded.said
                """)
                .bind("copy", awaited(part.number(), part.room(), said.source()))
                .bind("source", said.source().toString())
                .bind("room", part.room().toString())
                .bind("part", part.number())
                .bind("author", said.author())
                .bind("manner", said.manner().kept())
                .bind("said", at == null ? null : (Long) at.toEpochMilli())
                .execute();
    }

    /**
     * A planned piece stands; false if it shall stand no more.
     *
     * @param line of a message that it shares, or {@link Part#ALONE}
     */
    boolean keep(Handle write, Ref ref, MessageId copy, int line) {
        String kept = line == Part.ALONE ? copy.toString() : SHARED + line + SHARED + copy;
        return write.createQuery("""
                update bridge_copy set copy = ? where source = ? and room = ? and part = ? and copy like '-%'
                returning gone
                """)
                .bind(0, kept)
                .bind(1, ref.source().toString())
                .bind(2, copy.room().toString())
                .bind(3, ref.part())
                .mapTo(Integer.class)
                .findOne()
                .map(gone -> gone == 0)
                .orElseGet(() -> append(write, ref.source(), copy.room(), kept));
    }

    /** A further piece stands that nobody planned: from an earlier release, or posted again by hand. */
    private static boolean append(Handle write, MessageId source, RoomId room, String copy) {
        write.execute("""
                insert into bridge_copy (copy, source, room, part, gone)
                select ?, ?, ?, coalesce(max(part) + 1, 0), 0 from bridge_copy where source = ? and room = ?
                """, copy, source.toString(), room.toString(), source.toString(), room.toString());
        return true;
    }

    /** A planned piece will stand in another room. */
    void move(Handle write, Ref ref, RoomId from, RoomId to) {
        write.execute(
                "update bridge_copy set room = ?, copy = ? where source = ? and room = ? and part = ? and copy like '-%'",
                to.toString(),
                awaited(ref.part(), to, ref.source()),
                ref.source().toString(),
                from.toString(),
                ref.part());
    }

    private static String awaited(int part, RoomId room, MessageId source) {
        return AWAITED + part + AWAITED + room + AWAITED + source;
    }

    /** A planned piece will never stand. */
    void lose(Handle write, Ref ref, RoomId room) {
        write.execute(
                "delete from bridge_copy where source = ? and room = ? and part = ? and copy like '-%'",
                ref.source().toString(), room.toString(), ref.part());
    }

    /** A piece is not needed any more. */
    void drop(Handle write, Part part) {
        write.execute(
                "update bridge_copy set gone = 1 where source = ? and room = ? and part = ?",
                part.said().source().toString(),
                part.room().toString(),
                part.number());
    }

    /** The pieces in all rooms that stand or will, by room and in order. */
    List<Part> parts(Handle read, MessageId source) {
        return read.createQuery(PART + "source = ? order by room, part")
                .bind(0, source.toString())
                .map((row, _) -> part(row))
                .list();
    }

    /** The piece that stands as this message; empty where it is none, or was taken away. */
    Optional<Part> part(Handle read, MessageId copy) {
        return read.createQuery(PART + "copy = ?")
                .bind(0, copy.toString())
                .map((row, _) -> part(row))
                .findOne();
    }

    /** The piece that stands as this line of a shared message. */
    Optional<Part> part(Handle read, MessageId copy, int line) {
        return read.createQuery(PART + "copy = ?")
                .bind(0, SHARED + line + SHARED + copy)
                .map((row, _) -> part(row))
                .findOne();
    }

    /** Whether the hub wrote this message as a copy, be it gone or not. */
    boolean isCopy(Handle read, MessageId message) {
        return read.createQuery("select 1 from bridge_copy where copy = ?")
                .bind(0, message.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What this message is a copy of, be it gone or not; empty for what is none. */
    Optional<MessageId> source(Handle read, MessageId message) {
        return read.createQuery("select source from bridge_copy where copy = ?")
                .bind(0, message.toString())
                .mapTo(String.class)
                .findOne()
                .map(MessageId::parse);
    }

    void takeBack(Handle write, MessageId source) {
        write.execute("update bridge_copy set gone = 1 where source = ?", source.toString());
        write.execute("insert into bridge_gone (source) values (?) on conflict do nothing", source.toString());
        forgetWords(write, source);
    }

    void bringBack(Handle write, MessageId source) {
        write.execute("delete from bridge_gone where source = ?", source.toString());
    }

    /**
     * What befell a message since it was said.
     *
     * @param reworded whether its newest words still have to reach a copy
     */
    record Since(boolean takenBack, boolean reworded, boolean reacted) {}

    /** One question for all, since it is asked at each receipt and most often the answer is no. */
    Since since(Handle read, MessageId source) {
        return read.createQuery("""
                select exists (select 1 from bridge_gone where source = :source),
                    exists (select 1 from bridge_said where source = :source),
                    exists (select 1 from bridge_reaction where source = :source)
                """)
                .bind("source", source.toString())
                .map((row, _) -> new Since(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                .one();
    }

    boolean takenBack(Handle read, MessageId source) {
        return read.createQuery("select 1 from bridge_gone where source = ?")
                .bind(0, source.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Keeps the newest words of a message until all its pieces have their receipts. */
    void rememberWords(Handle write, MessagePosted now) {
        write.execute("""
                insert into bridge_said (source, type, body) values (?, ?, ?)
                on conflict (source) do update set type = excluded.type, body = excluded.body
                """, now.message().toString(), Waiting.TYPE, json.write(now));
    }

    Optional<MessagePosted> words(Handle read, MessageId source) {
        return read.createQuery("select type, body from bridge_said where source = ?")
                .bind(0, source.toString())
                .map((row, _) -> json.read(row.getString(1), row.getString(2)))
                .findOne();
    }

    void forgetWords(Handle write, MessageId source) {
        write.execute("delete from bridge_said where source = ?", source.toString());
    }

    /** Takes out what an account said, wherever it waits or may have to be said again. */
    void forget(Handle write, AuthorId account) {
        String quoted = '"' + account.toString() + '"';
        for (String waiting : List.of("bridge_said", "bridge_waiting", "bridge_thread_waiting")) {
            write.execute("delete from " + waiting + " where instr(body, ?) > 0", quoted);
        }
        write.execute("""
                delete from bridge_line where exists (select 1 from bridge_copy part
                    where part.copy = '~' || bridge_line.line || '~' || bridge_line.copy and part.author = ?)
                """, account.toString());
    }

    Optional<String> told(Handle read, RoomId room) {
        return read.createQuery("select joined from bridge_notice where room = ?")
                .bind(0, room.toString())
                .mapTo(String.class)
                .findOne();
    }

    void tell(Handle write, RoomId room, String joined) {
        write.execute("delete from bridge_notice where room = ?", room.toString());
        write.execute("insert into bridge_notice (room, joined) values (?, ?)", room.toString(), joined);
    }

    private static Part part(ResultSet row) throws SQLException {
        @Nullable String author = row.getString("author");
        Part.Said said = new Part.Said(
                MessageId.parse(row.getString("source")),
                author == null ? "" : author,
                Manner.of(row.getString("manner")),
                Instant.ofEpochMilli(row.getLong("said")));
        RoomId room = RoomId.parse(row.getString("room"));
        int number = row.getInt("part");
        String copy = row.getString("copy");
        if (copy.startsWith(SHARED)) {
            int end = copy.indexOf(SHARED, 1);
            return new Part(
                    said, room, number, MessageId.parse(copy.substring(end + 1)), Integer.parseInt(copy, 1, end, 10));
        }
        return new Part(said, room, number, copy.startsWith(AWAITED) ? null : MessageId.parse(copy), Part.ALONE);
    }
}
