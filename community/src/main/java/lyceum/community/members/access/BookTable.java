package lyceum.community.members.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lyceum.community.members.access.Entitlement.Ending;
import lyceum.kernel.id.AuthorId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of entitlements and of the facts that made them. */
final class BookTable {
    private static final String COLUMNS = "account, source, id, plan, starts, ends, ending, told";

    /** One fact, for whoever asks why. */
    record Line(AuthorId account, String source, Instant at, String what, String plan, String by) {}

    Optional<Entitlement> find(Handle read, AuthorId account, String source, String id) {
        return read.createQuery(
                        "select " + COLUMNS + " from access_entitlement where account = ? and source = ? and id = ?")
                .bind(0, account.toString())
                .bind(1, source)
                .bind(2, id)
                .map((row, context) -> entitlement(row))
                .findOne();
    }

    List<Entitlement> of(Handle read, Collection<AuthorId> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return read.createQuery("select " + COLUMNS + " from access_entitlement where account in (<accounts>)")
                .bindList("accounts", accounts.stream().map(AuthorId::toString).toList())
                .map((row, context) -> entitlement(row))
                .list();
    }

    /** Everybody's of one name at one source. */
    List<Entitlement> of(Handle read, String source, String id) {
        return read.createQuery("select " + COLUMNS + " from access_entitlement where source = ? and id = ?")
                .bind(0, source)
                .bind(1, id)
                .map((row, context) -> entitlement(row))
                .list();
    }

    List<Entitlement> all(Handle read) {
        return read.createQuery("select " + COLUMNS + " from access_entitlement")
                .map((row, context) -> entitlement(row))
                .list();
    }

    void put(Handle write, Entitlement now) {
        write.execute(
                "insert into access_entitlement (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (account, source, id) do update set plan = excluded.plan,"
                        + " starts = excluded.starts, ends = excluded.ends, ending = excluded.ending, told = excluded.told",
                now.account().toString(),
                now.source(),
                now.id(),
                now.plan(),
                now.starts().toEpochMilli(),
                millis(now.ends()),
                now.ending().name(),
                now.told().toEpochMilli());
    }

    void keep(Handle write, Fact fact, String what, String by) {
        write.execute(
                "insert into access_fact (account, source, id, at, what, plan, by_whom) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (account, source, id, at, what) do nothing",
                fact.account().toString(),
                fact.source(),
                fact.id(),
                fact.at().toEpochMilli(),
                what,
                fact.plan(),
                by);
    }

    /** The newest facts about these accounts. */
    List<Line> lines(Handle read, Collection<AuthorId> accounts, int most) {
        return read.createQuery("select account, source, at, what, plan, by_whom from access_fact"
                        + " where account in (<accounts>) order by at desc, account limit " + most)
                .bindList("accounts", accounts.stream().map(AuthorId::toString).toList())
                .map((row, context) -> new Line(
                        AuthorId.parse(row.getString(1)),
                        row.getString(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    /** The next instant at which time alone changes what somebody has. */
    Optional<Instant> next(Handle read, Plan plan, Instant now) {
        Optional<Instant> lost =
                first(read, "ends", plan, now.minus(plan.grace())).map(ended -> ended.plus(plan.grace()));
        return Stream.of(first(read, "starts", plan, now), first(read, "ends", plan, now), lost)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> first(Handle read, String column, Plan plan, Instant after) {
        return read.createQuery(
                        "select min(" + column + ") from access_entitlement where plan = ? and " + column + " > ?")
                .bind(0, plan.name())
                .bind(1, after.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /**
     * Whose entitlements began or ended lately.
     *
     * @param begun how long before {@code now} at most
     * @param ended the same
     */
    List<AuthorId> changed(Handle read, Instant now, Duration begun, Duration ended) {
        return read
                .createQuery("select account from access_entitlement where ends <= :now and ends > :ended"
                        + " union select account from access_entitlement where starts <= :now and starts > :begun")
                .bind("now", now.toEpochMilli())
                .bind("ended", now.minus(ended).toEpochMilli())
                .bind("begun", now.minus(begun).toEpochMilli())
                .mapTo(String.class)
                .list()
                .stream()
                .map(AuthorId::parse)
                .toList();
    }

    void forget(Handle write, AuthorId account) {
        write.execute("delete from access_entitlement where account = ?", account.toString());
        write.execute("delete from access_fact where account = ?", account.toString());
        write.execute("delete from access_missing where account = ?", account.toString());
        write.execute("delete from access_seen where account = ?", account.toString());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static Entitlement entitlement(ResultSet row) throws SQLException {
        long ends = row.getLong("ends");
        boolean open = row.wasNull();
        return new Entitlement(
                AuthorId.parse(row.getString("account")),
                row.getString("source"),
                row.getString("id"),
                row.getString("plan"),
                Instant.ofEpochMilli(row.getLong("starts")),
                open ? null : Instant.ofEpochMilli(ends),
                Ending.valueOf(row.getString("ending")),
                Instant.ofEpochMilli(row.getLong("told")));
    }
}
