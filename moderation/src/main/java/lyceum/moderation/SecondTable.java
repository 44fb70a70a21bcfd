package lyceum.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lyceum.kernel.id.MessageId;
import org.jdbi.v3.core.Handle;

/** The table of what waits for a second moderator. */
final class SecondTable {
    private static final String SECONDS =
            "select second_id, kind, about, who, member, at, cards, done from moderation_second ";

    /** What is to be confirmed. */
    enum Kind {
        /** A ban of many: about a case's number, and where the ban has an end a colon and its time in milliseconds. */
        BAN,
        /** A rule that is to act: about its name. */
        LIVE
    }

    /**
     * What one moderator asked for.
     *
     * @param cards the messages that show it
     * @param done whether it waits no longer
     */
    record Second(
            long id,
            Kind kind,
            String about,
            String who,
            long member,
            Instant at,
            List<MessageId> cards,
            boolean done) {
        Second {
            cards = List.copyOf(cards);
        }
    }

    long add(Handle write, Second second) {
        long id = write.createQuery("select coalesce(max(second_id), 0) + 1 from moderation_second")
                .mapTo(Long.class)
                .one();
        write.execute(
                "insert into moderation_second (second_id, kind, about, who, member, at, cards) values (?, ?, ?, ?, ?, ?, '')",
                id,
                second.kind().name(),
                second.about(),
                second.who(),
                second.member(),
                second.at().toEpochMilli());
        return id;
    }

    Optional<Second> find(Handle read, long id) {
        return read.createQuery(SECONDS + "where second_id = ?")
                .bind(0, id)
                .map((row, _) -> second(row))
                .findOne();
    }

    /** What waits, the longest waiting first. */
    List<Second> waiting(Handle read) {
        return read.createQuery(SECONDS + "where done is null order by second_id")
                .map((row, _) -> second(row))
                .list();
    }

    void shown(Handle write, long id, MessageId card) {
        write.execute(
                "update moderation_second set cards = trim(cards || ' ' || ?) where second_id = ?",
                card.toString(),
                id);
    }

    /** Ends it; {@code confirmer} is 0 where it was dropped. */
    void end(Handle write, long id, Instant now, long confirmer) {
        write.execute(
                "update moderation_second set done = ?, confirmer = ? where second_id = ?",
                now.toEpochMilli(),
                confirmer,
                id);
    }

    /** Whether this moderator confirmed the ban that closed a case. */
    boolean confirmed(Handle read, long about, long moderator) {
        return read.createQuery("select exists (select 1 from moderation_second where kind = 'BAN' and confirmer = ?"
                        + " and (about = ? or about like ?))")
                .bind(0, moderator)
                .bind(1, Long.toString(about))
                .bind(2, about + ":%")
                .mapTo(Boolean.class)
                .one();
    }

    private static Second second(ResultSet row) throws SQLException {
        row.getLong("done");
        boolean done = !row.wasNull();
        return new Second(
                row.getLong("second_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("about"),
                row.getString("who"),
                row.getLong("member"),
                Instant.ofEpochMilli(row.getLong("at")),
                Stream.of(row.getString("cards").split(" "))
                        .filter(card -> !card.isEmpty())
                        .map(MessageId::parse)
                        .toList(),
                done);
    }
}
