package lyceum.community.qna.wall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables of walls, their cards, and votes. */
final class WallTable {
    /** A wall that is open. */
    record Wall(long id, String talk, Instant opened) {}

    /** A question on it, and how many people want it answered. */
    record Card(long id, String said, long votes) {}

    Optional<Wall> open(Handle read, String talk) {
        return read.createQuery(
                        "select id, talk, opened from qna_wall where talk = ? and closed is null order by id desc limit 1")
                .bind(0, talk)
                .map((row, _) ->
                        new Wall(row.getLong("id"), row.getString("talk"), Instant.ofEpochMilli(row.getLong("opened"))))
                .findOne();
    }

    /** The talks whose walls are open. */
    List<String> talks(Handle read) {
        return read.createQuery("select distinct talk from qna_wall where closed is null order by talk")
                .mapTo(String.class)
                .list();
    }

    void open(Handle write, String talk, Instant now) {
        write.execute(
                "insert into qna_wall (id, talk, opened) values ((select coalesce(max(id), 0) + 1 from qna_wall), ?, ?)",
                talk,
                now.toEpochMilli());
    }

    void close(Handle write, long wall, Instant now) {
        write.execute("update qna_wall set closed = ? where id = ?", now.toEpochMilli(), wall);
    }

    /** What waits, the most wanted first, and of those wanted alike the oldest. */
    List<Card> waiting(Handle read, long wall) {
        return read.createQuery("select c.id, c.said, count(v.voter) as votes from qna_card c"
                        + " left join qna_vote v on v.card = c.id where c.wall = ? and c.taken is null"
                        + " group by c.id, c.said, c.at order by votes desc, c.at, c.id")
                .bind(0, wall)
                .map((row, _) -> new Card(row.getLong("id"), row.getString("said"), row.getLong("votes")))
                .list();
    }

    long add(Handle write, long wall, long question, String said, Instant now) {
        return write.createQuery(
                        "insert into qna_card (id, wall, question, said, at) values"
                                + " ((select coalesce(max(id), 0) + 1 from qna_card), :wall, :question, :said, :at) returning id")
                .bind("wall", wall)
                .bind("question", question)
                .bind("said", said)
                .bind("at", now.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    void vote(Handle write, long card, String voter) {
        write.execute("insert into qna_vote (card, voter) values (?, ?) on conflict do nothing", card, voter);
    }

    void take(Handle write, long card, Instant now) {
        write.execute("update qna_card set taken = ? where id = ? and taken is null", now.toEpochMilli(), card);
    }

    /** What was asked is taken back. */
    void removeOf(Handle write, long question) {
        write.execute("delete from qna_vote where card in (select id from qna_card where question = ?)", question);
        write.execute("delete from qna_card where question = ?", question);
    }
}
