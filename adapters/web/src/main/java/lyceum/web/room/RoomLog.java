package lyceum.web.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lyceum.kernel.id.MessageId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the table of lines beside the lane: only what is committed. Any thread. */
public final class RoomLog implements Past, AutoCloseable {
    private final Supplier<Handle> readers;
    private @Nullable Handle open;

    /** @param readers opens a connection that only reads; one is kept until the end */
    public RoomLog(Supplier<Handle> readers) {
        this.readers = readers;
    }

    /** What happened in all rooms after {@code seq}, in order. */
    synchronized List<Entry> after(long seq, int most) {
        return read().createQuery("select * from room_line where seq > :seq order by seq limit :most")
                .bind("seq", seq)
                .bind("most", most)
                .map((row, _) -> entry(row))
                .list();
    }

    /** What happened in one room after {@code seq}, in order. */
    @Override
    public synchronized List<Entry> after(String room, long seq, int most) {
        return read().createQuery("select * from room_line where seq > :seq and room = :room order by seq limit :most")
                .bind("seq", seq)
                .bind("room", room)
                .bind("most", most)
                .map((row, _) -> entry(row))
                .list();
    }

    /** How many lines of a room everybody may see after {@code seq}, up to {@code upTo}. */
    @Override
    public synchronized long count(String room, long seq, long upTo) {
        return read().createQuery("select count(*) from room_line where seq > :seq and seq <= :upTo"
                        + " and room = :room and kind = 'said' and only_for is null")
                .bind("seq", seq)
                .bind("upTo", upTo)
                .bind("room", room)
                .mapTo(Long.class)
                .one();
    }

    /** The number from which the newest {@code most} entries follow, and 0 where there are fewer. */
    synchronized long beforeNewest(int most) {
        return read().createQuery(
                        "select coalesce((select seq from room_line order by seq desc limit 1 offset :most), 0)")
                .bind("most", most)
                .mapTo(Long.class)
                .one();
    }

    /** The number of the first entry that is no older than that; 0 where there is none. */
    synchronized long firstSince(Instant time) {
        return read().createQuery("select coalesce(min(seq), 0) from room_line where at >= :at")
                .bind("at", time.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /** The highest number that was ever given, also to what is gone. */
    synchronized long newest() {
        return read().createQuery("select coalesce(max(seq), 0) from sqlite_sequence where name = 'room_line'")
                .mapTo(Long.class)
                .one();
    }

    /** The line as it stands now. */
    @Override
    public synchronized Optional<Entry> said(MessageId id) {
        return Lines.said(read(), id);
    }

    /** Whether anything is known of a line, were it that it is gone. */
    synchronized boolean isKnown(MessageId id) {
        return read().createQuery("select count(*) from room_line where room = :room and line = :line")
                        .bind("room", id.room().value())
                        .bind("line", id.value())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getString("room"),
                row.getString("line"),
                Entry.Kind.of(row.getString("kind")),
                row.getString("author"),
                row.getString("only_for"),
                row.getString("body"));
    }

    private Handle read() {
        Handle handle = open;
        if (handle == null) {
            handle = readers.get();
            open = handle;
        }
        return handle;
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
        }
    }
}
