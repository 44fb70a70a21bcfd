package lyceum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The tables of rules' lives: which are in shadow, when each was tested, and how often each objected. */
final class RuleTable {
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** How a rule did lately. */
    record Figures(String rule, boolean shadow, long live, long shadowed, long approved, long decided) {
        /** How many of a hundred decisions agreed with it; empty where nobody decided. */
        Optional<Long> precision() {
            return decided == 0 ? Optional.empty() : Optional.of(Math.round(100.0 * (decided - approved) / decided));
        }
    }

    Set<String> shadows(Handle read) {
        return new HashSet<>(read.createQuery("select rule from moderation_rule where mode = 'shadow'")
                .mapTo(String.class)
                .list());
    }

    /** Puts a rule into shadow; {@code who} did. */
    void shadow(Handle write, String rule, String who, Instant now) {
        live(write, rule);
        write.execute(
                "insert into moderation_rule (rule, mode, since, who) values (?, 'shadow', ?, ?)",
                rule,
                now.toEpochMilli(),
                who);
    }

    void live(Handle write, String rule) {
        write.execute("delete from moderation_rule where rule = ?", rule);
    }

    void tested(Handle write, String rule, Instant now, BackTest.Result result) {
        write.execute(
                "insert into moderation_test (rule, at, messages, hits) values (?, ?, ?, ?)"
                        + " on conflict (rule) do update set at = excluded.at, messages = excluded.messages,"
                        + " hits = excluded.hits",
                rule,
                now.toEpochMilli(),
                result.messages(),
                result.hits());
    }

    Optional<Instant> tested(Handle read, String rule) {
        return read.createQuery("select at from moderation_test where rule = ?")
                .bind(0, rule)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    void hit(Handle write, String rule, boolean shadow, Instant now) {
        write.execute(
                "insert into moderation_hits (rule, day, live, shadow) values (?, ?, ?, ?) on conflict (rule, day)"
                        + " do update set live = live + excluded.live, shadow = shadow + excluded.shadow",
                rule,
                now.toEpochMilli() / DAY,
                shadow ? 0 : 1,
                shadow ? 1 : 0);
    }

    /** Of the last 30 days, the busiest first; what moderators decided about a rule's cases says how precise it is. */
    List<Figures> figures(Handle read, List<String> rules, Instant now) {
        long from = now.toEpochMilli() / DAY - 30;
        Set<String> shadows = shadows(read);
        return rules.stream()
                .map(rule -> figures(read, rule, shadows.contains(rule), from))
                .sorted(Comparator.comparingLong((Figures each) -> each.live() + each.shadowed())
                        .reversed())
                .toList();
    }

    private static Figures figures(Handle read, String rule, boolean shadow, long from) {
        long live = sum(read, "live", rule, from);
        long shadowed = sum(read, "shadow", rule, from);
        String decided = "select count(*) from moderation_case where opened >= ? and held like ? and state in ";
        String like = "%\"rule\":\"" + rule + "\"%";
        return new Figures(
                rule,
                shadow,
                live,
                shadowed,
                count(read, decided + "('APPROVED')", from * DAY, like),
                count(read, decided + "('APPROVED', 'REJECTED')", from * DAY, like));
    }

    private static long sum(Handle read, String column, String rule, long from) {
        return read.createQuery(
                        "select coalesce(sum(" + column + "), 0) from moderation_hits where rule = ? and day >= ?")
                .bind(0, rule)
                .bind(1, from)
                .mapTo(Long.class)
                .one();
    }

    private static long count(Handle read, String query, long from, String like) {
        return read.createQuery(query)
                .bind(0, from)
                .bind(1, like)
                .mapTo(Long.class)
                .one();
    }
}
