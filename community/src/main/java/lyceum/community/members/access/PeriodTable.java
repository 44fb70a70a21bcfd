package lyceum.community.members.access;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.event.Money.TipReceived;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import org.jdbi.v3.core.Handle;

/** What the creator's figures are made of, month by month in UTC. It names nobody, so that it outlives what was said and who paid. */
final class PeriodTable {
    private static final String SUBSCRIPTIONS = "subscriptions";
    private static final String TIPS = "tips";

    /** What came in of one kind in one month, less what went back; the amount is in the smallest unit of the currency. */
    record Taking(String period, String kind, String source, String currency, long amount, long payments) {}

    /** How many there were when it was last counted in that month. */
    record Count(String period, String what, String source, String name, long count) {}

    /** @param plan whether it bought something that lasts; all else is a gift to the creator */
    void took(Handle write, PaymentMade paid, boolean plan) {
        took(
                write,
                new Taking(
                        period(paid.at()),
                        plan ? SUBSCRIPTIONS : TIPS,
                        paid.room().platform().value(),
                        paid.currency(),
                        paid.kept() ? paid.amount() : -paid.amount(),
                        1),
                paid.payment());
    }

    void took(Handle write, TipReceived tip) {
        String source = tip.room().platform().value();
        took(
                write,
                new Taking(period(tip.at()), TIPS, source, tip.unit(), tip.amount(), 1),
                tip.key().nativeId());
    }

    /** What was entered by hand takes the place of what was; nothing takes it away. */
    void enter(Handle write, Taking taking) {
        String payment = String.join("/", "hand", taking.period(), taking.kind(), taking.currency());
        write.execute("delete from access_taking where source = ? and payment = ?", taking.source(), payment);
        if (taking.amount() != 0) {
            took(write, taking, payment);
        }
    }

    /** A payment that is told again is there already. */
    private static void took(Handle write, Taking taking, String payment) {
        write.execute(
                "insert into access_taking (source, payment, back, period, kind, currency, amount)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (source, payment, back) do nothing",
                taking.source(),
                payment,
                taking.amount() < 0 ? 1 : 0,
                taking.period(),
                taking.kind(),
                taking.currency(),
                taking.amount());
    }

    /**
     * Counts people by platform, and entitlements that go on by source and plan.
     *
     * @param accounts every account, with whose it is
     */
    void count(Handle write, Map<AuthorId, MemberId> accounts, Instant now) {
        String period = period(now);
        Map<String, Set<MemberId>> people = new TreeMap<>();
        accounts.forEach(
                (account, member) -> people.computeIfAbsent(account.platform().value(), _ -> new HashSet<>())
                        .add(member));
        people.forEach((platform, members) -> write.execute(
                "insert into access_period (period, what, source, name, count) values (?, 'people', ?, '', ?)"
                        + " on conflict (period, what, source, name) do update set count = excluded.count",
                period,
                platform,
                members.size()));
        write.execute("update access_period set count = 0 where period = ? and what = 'subscriptions'", period);
        write.execute(
                "insert into access_period (period, what, source, name, count)"
                        + " select ?, 'subscriptions', source, plan, count(*) from access_entitlement"
                        + " where ending <> 'RETURNED' and starts <= ? and (ends is null or ends > ?) group by source, plan"
                        + " on conflict (period, what, source, name) do update set count = excluded.count",
                period,
                now.toEpochMilli(),
                now.toEpochMilli());
    }

    List<Taking> takings(Handle read, int most) {
        return read.createQuery(
                        "select period, kind, source, currency, sum(amount), sum(1 - 2 * back) from access_taking"
                                + " group by period, kind, source, currency order by period desc, kind, source, currency limit "
                                + most)
                .map((row, context) -> new Taking(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    List<Count> counts(Handle read, int most) {
        return read.createQuery("select period, what, source, name, count from access_period"
                        + " order by period desc, what, source, name limit " + most)
                .map((row, context) -> new Count(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)))
                .list();
    }

    private static String period(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC)).toString();
    }
}
