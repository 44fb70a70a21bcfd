package lyceum.community.bridge;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import org.jdbi.v3.core.Handle;

/** The tables of the pause and of what waits for its end. */
final class PauseTable {
    private final Waiting waiting = new Waiting();

    boolean paused(Handle read) {
        return asked(read, "select exists (select 1 from bridge_pause)");
    }

    /** Whether what is said now has to wait: for the end of the pause, or behind what waited for it. */
    boolean holds(Handle read) {
        return asked(read, "select exists (select 1 from bridge_pause) or exists (select 1 from bridge_waiting)");
    }

    private static boolean asked(Handle read, String question) {
        return read.createQuery(question).mapTo(Boolean.class).one();
    }

    void pause(Handle write, String who, Instant now) {
        write.execute("insert into bridge_pause (since, who) values (?, ?)", now.toEpochMilli(), who);
    }

    void resume(Handle write) {
        write.execute("delete from bridge_pause");
    }

    /** Keeps a message at the end of those that wait, unless it waits already. */
    void keep(Handle write, MessagePosted posted) {
        write.execute("""
                insert into bridge_waiting (seq, source, type, body)
                select coalesce(max(seq), 0) + 1, ?, ?, ? from bridge_waiting where true on conflict (source) do nothing
                """, posted.message().toString(), Waiting.TYPE, waiting.write(posted));
    }

    /** Puts other words in place of what waits; nothing happens where the message does not wait. */
    void change(Handle write, MessagePosted posted) {
        write.execute(
                "update bridge_waiting set type = ?, body = ? where source = ?",
                Waiting.TYPE,
                waiting.write(posted),
                posted.message().toString());
    }

    void forget(Handle write, MessageId source) {
        write.execute("delete from bridge_waiting where source = ?", source.toString());
    }

    /** What has waited longest, at most {@code most}, in the order in which it was said. */
    List<MessagePosted> first(Handle read, int most) {
        return read.createQuery("select type, body from bridge_waiting order by seq limit ?")
                .bind(0, most)
                .map((rs, _) -> waiting.read(rs.getString(1), rs.getString(2)))
                .list();
    }

    List<MessagePosted> waiting(Handle read, MessageId source) {
        return read.createQuery("select type, body from bridge_waiting where source = ?")
                .bind(0, source.toString())
                .map((rs, _) -> waiting.read(rs.getString(1), rs.getString(2)))
                .list();
    }

    int count(Handle read) {
        return read.createQuery("select count(*) from bridge_waiting")
                .mapTo(Integer.class)
                .one();
    }
}
