package lyceum.community.qna;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.AuthorId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of what was said lately. */
final class LineTable {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int BETWEEN_PURGES = 256;
    private static final String COLUMNS =
            "select id, message, account, name, said, at, reply_to, question from qna_line where ";

    /**
     * A line of a talk.
     *
     * @param replyTo the line that the platform says it answers, or null
     * @param question the question that it is, or is said about; null where there is none
     */
    record Kept(
            long id,
            Line line,
            @Nullable Long replyTo,
            @Nullable Long question) {
        Kept about(@Nullable Long other) {
            return new Kept(id, line, replyTo, other);
        }
    }

    long nextId(Handle read) {
        return read.createQuery("select coalesce(max(id), 0) + 1 from qna_line")
                .mapTo(Long.class)
                .one();
    }

    /** The number of the last line of a talk; 0 where there is none. */
    long newest(Handle read, String talk) {
        return read.createQuery("select coalesce(max(id), 0) from qna_line where talk = ?")
                .bind(0, talk)
                .mapTo(Long.class)
                .one();
    }

    void add(Handle write, String talk, Kept kept) {
        Line line = kept.line();
        write.execute(
                "insert into qna_line (id, talk, message, account, name, said, at, reply_to, question)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                kept.id(),
                talk,
                line.message(),
                line.who().account().toString(),
                line.who().name(),
                line.said(),
                line.at(),
                kept.replyTo(),
                kept.question());
        if (kept.id() % BETWEEN_PURGES == 0) {
            purge(write, Instant.ofEpochMilli(line.at()).minus(KEPT));
        }
    }

    private static void purge(Handle write, Instant before) {
        write.execute("delete from qna_line where at < ?", before.toEpochMilli());
    }

    /** The last lines of a talk, in order. */
    List<Kept> last(Handle read, String talk, int most) {
        List<Kept> found = read.createQuery(COLUMNS + "talk = ? order by id desc limit ?")
                .bind(0, talk)
                .bind(1, most)
                .map((row, _) -> kept(row))
                .list();
        Collections.reverse(found);
        return found;
    }

    Optional<Kept> find(Handle read, long id) {
        return read.createQuery(COLUMNS + "id = ?")
                .bind(0, id)
                .map((row, _) -> kept(row))
                .findOne();
    }

    Optional<Kept> find(Handle read, String message) {
        return read.createQuery(COLUMNS + "message = ?")
                .bind(0, message)
                .map((row, _) -> kept(row))
                .findOne();
    }

    void says(Handle write, String message, String said) {
        write.execute("update qna_line set said = ? where message = ?", said, message);
    }

    void remove(Handle write, String message) {
        write.execute("delete from qna_line where message = ?", message);
    }

    void forget(Handle write, AuthorId account) {
        write.execute("delete from qna_line where account = ?", account.toString());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Line.Who who = new Line.Who(AuthorId.parse(row.getString("account")), null, row.getString("name"));
        Line line = new Line(row.getString("message"), who, row.getString("said"), row.getLong("at"));
        return new Kept(row.getLong("id"), line, number(row, "reply_to"), number(row, "question"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
