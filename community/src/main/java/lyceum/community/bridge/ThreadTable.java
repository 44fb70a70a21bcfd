package lyceum.community.bridge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of conversations in threads, and of what waits for a thread to be opened. */
final class ThreadTable {
    private static final String PLACE = "select conversation, parent, room, title, open from bridge_thread where ";

    private final Waiting json = new Waiting();

    /**
     * Where a conversation is led.
     *
     * @param room the thread; null while it is being opened, the parent itself where it cannot be
     */
    record Place(long conversation, RoomId parent, @Nullable RoomId room, String title, boolean open) {
        boolean isThread() {
            return room != null && !room.equals(parent);
        }
    }

    /** A conversation that nobody knew. */
    void begin(Handle write, RoomId thread, RoomId parent, String title) {
        write.execute("""
                insert into bridge_thread (conversation, parent, room, title, open)
                select coalesce(max(conversation), 0) + 1, ?, ?, ?, 1 from bridge_thread
                """, parent.toString(), thread.toString(), title);
    }

    /** A thread is being opened for it; {@code room} is null until it is. */
    void lead(Handle write, Place place) {
        RoomId room = place.room();
        write.execute(
                """
                insert into bridge_thread (conversation, parent, room, title, open) values (?, ?, ?, ?, ?)
                on conflict (conversation, parent) do update set room = excluded.room, title = excluded.title,
                    open = excluded.open
                """,
                place.conversation(),
                place.parent().toString(),
                room == null ? null : room.toString(),
                place.title(),
                place.open());
    }

    /** A thread is no more; its conversation goes on elsewhere. */
    void leave(Handle write, RoomId thread) {
        write.execute("delete from bridge_thread where room = ? and parent <> room", thread.toString());
    }

    /** Of a thread; a room to which conversations are led is none. */
    Optional<Place> place(Handle read, RoomId thread) {
        return read.createQuery(PLACE + "room = ? and parent <> room")
                .bind(0, thread.toString())
                .map((row, _) -> place(row))
                .findOne();
    }

    /** A thread of this title that is just being opened below the room. */
    Optional<Place> opening(Handle read, RoomId parent, String title) {
        return read.createQuery(PLACE + "room is null and parent = ? and title = ? order by conversation limit 1")
                .bind(0, parent.toString())
                .bind(1, title)
                .map((row, _) -> place(row))
                .findOne();
    }

    List<Place> places(Handle read, long conversation) {
        return read.createQuery(PLACE + "conversation = ?")
                .bind(0, conversation)
                .map((row, _) -> place(row))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        String room = row.getString("room");
        return new Place(
                row.getLong("conversation"),
                RoomId.parse(row.getString("parent")),
                room == null ? null : RoomId.parse(room),
                row.getString("title"),
                row.getBoolean("open"));
    }

    void await(Handle write, Place place, MessagePosted posted) {
        write.execute(
                """
                insert into bridge_thread_waiting (conversation, parent, source, type, body) values (?, ?, ?, ?, ?)
                on conflict (source, parent) do nothing
                """,
                place.conversation(),
                place.parent().toString(),
                posted.message().toString(),
                Waiting.TYPE,
                json.write(posted));
    }

    /** What waits for the thread, in order; it waits no longer. */
    List<MessagePosted> arrive(Handle write, Place place) {
        List<MessagePosted> waiting = write.createQuery(
                        "select type, body from bridge_thread_waiting where conversation = ? and parent = ? order by seq")
                .bind(0, place.conversation())
                .bind(1, place.parent().toString())
                .map((row, _) -> json.read(row.getString(1), row.getString(2)))
                .list();
        write.execute(
                "delete from bridge_thread_waiting where conversation = ? and parent = ?",
                place.conversation(),
                place.parent().toString());
        return waiting;
    }

    /** Puts other words in place of what waits. */
    void reword(Handle write, MessagePosted now) {
        write.execute(
                "update bridge_thread_waiting set type = ?, body = ? where source = ?",
                Waiting.TYPE,
                json.write(now),
                now.message().toString());
    }

    void forget(Handle write, MessageId source) {
        write.execute("delete from bridge_thread_waiting where source = ?", source.toString());
    }
}
