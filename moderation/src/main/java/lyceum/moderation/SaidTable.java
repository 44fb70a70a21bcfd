package lyceum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Wish;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What was said lately, for reports and for what stood before and after. */
final class SaidTable {
    /** How long it is kept. */
    static final Duration KEPT = Duration.ofDays(7);

    /** @param wishes of its author */
    void add(Handle write, MessagePosted posted, Set<Wish> wishes) {
        write.execute(
                "insert into moderation_said (source, account, at, type, held) values (?, ?, ?, ?, ?)"
                        + " on conflict (source) do update set type = excluded.type, held = excluded.held",
                posted.message().toString(),
                posted.speaker().id().toString(),
                posted.at().toEpochMilli(),
                HeldJson.TYPE,
                HeldJson.write(new Held(posted, List.of(), wishes)));
    }

    void remove(Handle write, MessageId source) {
        write.execute("delete from moderation_said where source = ?", source.toString());
    }

    Optional<MessagePosted> find(Handle read, MessageId source) {
        return list(read.createQuery("select type, held from moderation_said where source = ?")
                        .bind(0, source.toString()))
                .stream()
                .findFirst();
    }

    /** As if it had been held. */
    Optional<Held> held(Handle read, MessageId source) {
        return read.createQuery("select type, held from moderation_said where source = ?")
                .bind(0, source.toString())
                .map((row, _) -> HeldJson.read(row.getString("type"), row.getString("held")))
                .findOne();
    }

    /** The newest that an account said. */
    Optional<MessagePosted> newest(Handle read, AuthorId account) {
        return list(read.createQuery(
                                "select type, held from moderation_said where account = ? order by at desc limit 1")
                        .bind(0, account.toString()))
                .stream()
                .findFirst();
    }

    /** What stood in a room before a time, the oldest first. */
    private static List<MessagePosted> before(Handle read, RoomId room, Instant at, int most) {
        return list(read.createQuery("select type, held from moderation_said where at < ? and at > ?"
                                + " and source like ? order by at desc limit ?")
                        .bind(0, at.toEpochMilli())
                        .bind(1, at.minus(Duration.ofHours(1)).toEpochMilli())
                        .bind(2, room + "/%")
                        .bind(3, most))
                .reversed();
    }

    /** What stood in its room around a message. */
    Around around(Handle read, MessagePosted posted, int most) {
        RoomId room = posted.message().room();
        List<MessagePosted> after = list(read.createQuery("select type, held from moderation_said where at >= ?"
                        + " and at < ? and source like ? and source <> ? order by at limit ?")
                .bind(0, posted.at().toEpochMilli())
                .bind(1, posted.at().plus(Duration.ofHours(1)).toEpochMilli())
                .bind(2, room + "/%")
                .bind(3, posted.message().toString())
                .bind(4, most));
        return new Around(before(read, room, posted.at(), most), after);
    }

    void purge(Handle write, Instant now) {
        write.execute(
                "delete from moderation_said where at < ?", now.minus(KEPT).toEpochMilli());
    }

    private static List<MessagePosted> list(Query query) {
        return query.map((row, _) -> HeldJson.read(row.getString("type"), row.getString("held"))
                        .posted())
                .list();
    }
}
