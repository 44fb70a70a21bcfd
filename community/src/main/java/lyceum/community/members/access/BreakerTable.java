package lyceum.community.members.access;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import lyceum.kernel.id.MemberId;
import org.jdbi.v3.core.Handle;

/** The tables of losses and of the breaker, and of what was said once. */
final class BreakerTable {
    /**
     * How the breaker stands.
     *
     * @param stopped nobody loses anything until a creator decides
     * @param keptUntil so long nobody is asked again
     * @param freeUntil so long losses are not counted
     */
    record Stand(boolean stopped, Instant keptUntil, Instant freeUntil) {
        static final Stand CLOSED = new Stand(false, Instant.EPOCH, Instant.EPOCH);
    }

    Stand stand(Handle read) {
        return read.createQuery("select stopped, kept_until, free_until from access_breaker where one = 1")
                .map((row, context) -> new Stand(
                        row.getLong(1) != 0,
                        Instant.ofEpochMilli(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3))))
                .findOne()
                .orElse(Stand.CLOSED);
    }

    void put(Handle write, Stand stand) {
        write.execute(
                "insert into access_breaker (one, stopped, kept_until, free_until) values (1, ?, ?, ?)"
                        + " on conflict (one) do update set stopped = excluded.stopped,"
                        + " kept_until = excluded.kept_until, free_until = excluded.free_until",
                stand.stopped() ? 1 : 0,
                stand.keptUntil().toEpochMilli(),
                stand.freeUntil().toEpochMilli());
    }

    Set<MemberId> losers(Handle read, Instant now) {
        return new HashSet<>(read.createQuery("select distinct member from access_loss where at > ?")
                .bind(0, now.minus(Breaker.WINDOW).toEpochMilli())
                .map((row, context) -> new MemberId(row.getLong(1)))
                .list());
    }

    void loses(Handle write, MemberId member, Instant now) {
        write.execute(
                "delete from access_loss where at < ?",
                now.minus(Breaker.WINDOW).toEpochMilli());
        write.execute("insert into access_loss (member, at) values (?, ?)", member.value(), now.toEpochMilli());
    }

    /** How many people have something. */
    int holders(Handle read) {
        return read.createQuery(
                        "select count(distinct m.member) from access_given g"
                                + " join members_account m on m.account = g.account where g.state in ('ASKED', 'OFFERED', 'HAS')")
                .mapTo(Integer.class)
                .one();
    }

    /** True once for each thing that is to be said. */
    boolean first(Handle write, String what, Instant now) {
        return write.execute(
                        "insert into access_told (what, at) values (?, ?) on conflict (what) do nothing",
                        what,
                        now.toEpochMilli())
                > 0;
    }
}
