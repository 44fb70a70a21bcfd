package lyceum.community.bridge;

import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;

/** The tables of copies, of what was taken back, and of notices. */
final class CopyTable {
    /** Keeps a further piece of what a message became in a room; true if the message was taken back meanwhile. */
    boolean keep(Handle write, MessageId source, MessageId copy) {
        return write.createQuery("""
                        insert into bridge_copy (copy, source, room, part, gone)
                        select :copy, :source, :room, count(*), (select count(*) from bridge_gone where source = :source)
                        from bridge_copy where source = :source and room = :room
                        returning gone""")
                        .bind("copy", copy.toString())
                        .bind("source", source.toString())
                        .bind("room", copy.room().toString())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** The copies that stand, in all rooms. */
    List<MessageId> standing(Handle read, MessageId source) {
        return read.createQuery("select copy from bridge_copy where source = ? and gone = 0 order by room, part")
                .bind(0, source.toString())
                .mapTo(String.class)
                .map(MessageId::parse)
                .list();
    }

    /** The message that a reader of {@code room} sees where others see {@code message}, be that the source or a copy. */
    Optional<MessageId> counterpart(Handle read, MessageId message, RoomId room) {
        MessageId source = read.createQuery("select source from bridge_copy where copy = ?")
                .bind(0, message.toString())
                .mapTo(String.class)
                .findOne()
                .map(MessageId::parse)
                .orElse(message);
        if (source.room().equals(room)) {
            return Optional.of(source);
        }
        return read.createQuery(
                        "select copy from bridge_copy where source = ? and room = ? and gone = 0 order by part limit 1")
                .bind(0, source.toString())
                .bind(1, room.toString())
                .mapTo(String.class)
                .findOne()
                .map(MessageId::parse);
    }

    void takeBack(Handle write, MessageId source) {
        write.execute("update bridge_copy set gone = 1 where source = ?", source.toString());
        write.execute("insert into bridge_gone (source) values (?) on conflict do nothing", source.toString());
    }

    void bringBack(Handle write, MessageId source) {
        write.execute("delete from bridge_gone where source = ?", source.toString());
    }

    boolean takenBack(Handle read, MessageId source) {
        return read.createQuery("select 1 from bridge_gone where source = ?")
                .bind(0, source.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
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
}
