package lyceum.moderation;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import org.jdbi.v3.core.Handle;

/** The table of files that people sent. */
final class FileTable {
    /** Where nobody hands out the bytes, it is given up. */
    private static final int TRIES = 3;

    /** A file whose bytes nobody has looked at; {@code bytes} says where they are to be had. */
    record Unseen(MessageId source, int place, String bytes) {}

    /** A file that was looked at. */
    record Seen(String name, Fingerprint print) {}

    void add(Handle write, MessagePosted posted, Instant now) {
        int place = 0;
        for (Attachment file : posted.attachments()) {
            if (file.source() != null) {
                write.execute(
                        "insert into moderation_file (source, place, name, bytes, at) values (?, ?, ?, ?, ?)"
                                + " on conflict (source, place) do nothing",
                        posted.message().toString(),
                        place,
                        file.name(),
                        file.source(),
                        now.toEpochMilli());
            }
            place++;
        }
    }

    List<Unseen> unseen(Handle read, int most) {
        return read.createQuery("select source, place, bytes from moderation_file"
                        + " where sha256 is null and tried < ? order by at limit ?")
                .bind(0, TRIES)
                .bind(1, most)
                .map((row, _) -> new Unseen(
                        MessageId.parse(row.getString("source")), row.getInt("place"), row.getString("bytes")))
                .list();
    }

    /** It could not be had. */
    void tried(Handle write, MessageId source, int place) {
        write.execute(
                "update moderation_file set tried = tried + 1 where source = ? and place = ?",
                source.toString(),
                place);
    }

    void see(Handle write, MessageId source, int place, Fingerprint print) {
        write.execute(
                "update moderation_file set size = ?, sha256 = ?, look = ? where source = ? and place = ?",
                print.size(),
                print.sha256(),
                print.look(),
                source.toString(),
                place);
    }

    List<Seen> of(Handle read, MessageId source) {
        return read.createQuery("select name, size, sha256, look from moderation_file"
                        + " where source = ? and sha256 is not null order by place")
                .bind(0, source.toString())
                .map((row, _) -> {
                    long look = row.getLong("look");
                    Fingerprint print = new Fingerprint(
                            row.getLong("size"), row.getString("sha256"), row.wasNull() ? null : Long.valueOf(look));
                    return new Seen(row.getString("name"), print);
                })
                .list();
    }

    /** Whether the very same bytes were taken away with a message, and stay so. */
    boolean isRemoved(Handle read, Fingerprint print) {
        return read.createQuery("select 1 from moderation_file f join moderation_case c on c.source = f.source"
                        + " where f.sha256 = ? and c.state in ('REJECTED', 'REMOVED') limit 1")
                .bind(0, print.sha256())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    /** The looks of pictures that were taken away and stay so. */
    List<Long> removedLooks(Handle read) {
        return read.createQuery("select distinct f.look from moderation_file f"
                        + " join moderation_case c on c.source = f.source"
                        + " where f.look is not null and c.state in ('REJECTED', 'REMOVED')")
                .mapTo(Long.class)
                .list();
    }

    /** What is older and about which there is no case. */
    void purge(Handle write, Instant before) {
        write.execute(
                "delete from moderation_file where at < ? and not exists"
                        + " (select 1 from moderation_case c where c.source = moderation_file.source)",
                before.toEpochMilli());
    }

    void remove(Handle write, MessageId source) {
        write.execute("delete from moderation_file where source = ?", source.toString());
    }
}
