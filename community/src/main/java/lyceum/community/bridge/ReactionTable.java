package lyceum.community.bridge;

import java.util.List;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import org.jdbi.v3.core.Handle;

/** The tables of who put which emoji on which message, and of what the hub shows of it. */
final class ReactionTable {
    /** As many different emoji as a message bears on Discord. */
    private static final int MOST = 20;

    private static final String SEPARATOR = " ";

    /** False where it was known already. */
    boolean apply(Handle write, MessageId source, ReactionChanged change) {
        Speaker speaker = change.speaker();
        if (speaker == null) {
            return write.execute(
                            "delete from bridge_reaction where source = ? and room = ? and (emoji = ? or ? = '')",
                            source.toString(),
                            change.message().room().toString(),
                            change.emoji(),
                            change.emoji())
                    > 0;
        }
        String sql = change.there()
                ? "insert into bridge_reaction (source, room, who, emoji) values (?, ?, ?, ?) on conflict do nothing"
                : "delete from bridge_reaction where source = ? and room = ? and who = ? and emoji = ?";
        return write.execute(
                        sql,
                        source.toString(),
                        change.message().room().toString(),
                        speaker.id().toString(),
                        change.emoji())
                > 0;
    }

    boolean any(Handle read, MessageId source) {
        return read.createQuery("select exists (select 1 from bridge_reaction where source = ?)")
                .bind(0, source.toString())
                .mapTo(Boolean.class)
                .one();
    }

    /** What people of other rooms put on a message, the most frequent first. */
    List<String> elsewhere(Handle read, MessageId source, RoomId room) {
        return read.createQuery("select emoji from bridge_reaction where source = ? and room <> ?"
                        + " group by emoji order by count(*) desc, emoji limit " + MOST)
                .bind(0, source.toString())
                .bind(1, room.toString())
                .mapTo(String.class)
                .list();
    }

    /** What the hub was last asked to show on a message. */
    List<String> shown(Handle read, MessageId message) {
        return read.createQuery("select emoji from bridge_shown where message = ?")
                .bind(0, message.toString())
                .mapTo(String.class)
                .findOne()
                .filter(emoji -> !emoji.isEmpty())
                .map(emoji -> List.of(emoji.split(SEPARATOR)))
                .orElse(List.of());
    }

    void show(Handle write, MessageId source, MessageId message, List<String> emoji) {
        write.execute("""
                insert into bridge_shown (message, source, emoji) values (?, ?, ?)
                on conflict (message) do update set emoji = excluded.emoji
                """, message.toString(), source.toString(), String.join(SEPARATOR, emoji));
    }

    void forget(Handle write, MessageId source) {
        write.execute("delete from bridge_reaction where source = ?", source.toString());
        write.execute("delete from bridge_shown where source = ?", source.toString());
    }
}
