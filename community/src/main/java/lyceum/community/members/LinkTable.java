package lyceum.community.members;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lyceum.kernel.id.AuthorId;
import org.jdbi.v3.core.Handle;

/** The tables of codes and of wrong codes. */
final class LinkTable {
    static final int MOST_GUESSES = 5;
    static final Duration GUESSES_COUNT = Duration.ofMinutes(15);
    /** How long it is remembered that a code was used or came too late. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    Optional<LinkCode> find(Handle read, String code) {
        return read.createQuery("select * from members_code where code = ?")
                .bind(0, code)
                .map((row, context) -> {
                    String claimed = row.getString("claimed");
                    return new LinkCode(
                            row.getString("code"),
                            AuthorId.parse(row.getString("account")),
                            row.getString("name"),
                            row.getLong("overheard") != 0,
                            Instant.ofEpochMilli(row.getLong("until")),
                            row.getLong("used") != 0,
                            claimed == null ? null : AuthorId.parse(claimed));
                })
                .findOne();
    }

    /** A new code makes the account's earlier ones void. */
    void add(Handle write, LinkCode code, Instant now) {
        write.execute(
                "delete from members_code where until < ?",
                now.minus(REMEMBERED).toEpochMilli());
        write.execute(
                "update members_code set until = 0 where account = ? and used = 0",
                code.account().toString());
        write.execute(
                "insert into members_code (code, account, name, overheard, until, used) values (?, ?, ?, ?, ?, 0)",
                code.code(),
                code.account().toString(),
                code.name(),
                code.overheard() ? 1 : 0,
                code.until().toEpochMilli());
    }

    void use(Handle write, LinkCode code) {
        write.execute("update members_code set used = 1 where code = ?", code.code());
    }

    void claim(Handle write, LinkCode code, AuthorId who) {
        write.execute("update members_code set claimed = ? where code = ?", who.toString(), code.code());
    }

    void guessed(Handle write, AuthorId account, Instant now) {
        write.execute(
                "delete from members_guess where at < ?",
                now.minus(GUESSES_COUNT).toEpochMilli());
        write.execute("insert into members_guess (account, at) values (?, ?)", account.toString(), now.toEpochMilli());
    }

    /** When an account may try again that gave too many wrong codes; empty where it may now. */
    Optional<Instant> again(Handle read, AuthorId account, Instant now) {
        return read
                .createQuery("select at from members_guess where account = ? and at >= ? order by at desc limit ?")
                .bind(0, account.toString())
                .bind(1, now.minus(GUESSES_COUNT).toEpochMilli())
                .bind(2, MOST_GUESSES)
                .mapTo(Long.class)
                .list()
                .stream()
                .skip(MOST_GUESSES - 1)
                .findFirst()
                .map(at -> Instant.ofEpochMilli(at).plus(GUESSES_COUNT));
    }

    void forget(Handle write, AuthorId account) {
        write.execute(
                "delete from members_code where account = ? or claimed = ?", account.toString(), account.toString());
        write.execute("delete from members_guess where account = ?", account.toString());
    }
}
