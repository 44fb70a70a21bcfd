package lyceum.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.MessageId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table of effects on their way out. All methods belong to the lane's thread and its open transaction. */
final class Outbox {
    private final Handle db;
    private final Codec codec;
    private final Map<String, MessageId> standing = new HashMap<>();
    private long lastId;

    Outbox(Handle db, Codec codec) {
        this.db = db;
        this.codec = codec;
        this.lastId = db.createQuery("select coalesce(max(id), 0) from hub_outbox")
                .mapTo(Long.class)
                .one();
    }

    /** Never gives the same id twice, also when the turn that asked is rolled back. */
    EffectId nextId() {
        return new EffectId(++lastId);
    }

    /** A row that is new, whether its first try begins with this commit, and when it may go, or null for at once. */
    record Fresh(Row row, boolean sent, @Nullable Instant notBefore) {}

    void plan(List<Fresh> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = db.prepareBatch(
                "insert into hub_outbox (id, lane, body, state, attempts, ambiguous, planned_at, not_before)"
                        + " values (?, ?, ?, ?, 0, 0, ?, ?)");
        for (Fresh fresh : rows) {
            Instant notBefore = fresh.notBefore();
            batch.add(
                    fresh.row().id().value(),
                    fresh.row().lane(),
                    codec.write(fresh.row().effect()),
                    fresh.sent() ? "sent" : "planned",
                    now.toEpochMilli(),
                    notBefore == null ? null : (Long) notBefore.toEpochMilli());
        }
        batch.execute();
    }

    /** Which of the open rows may not go yet, and when they may. */
    Map<Long, Instant> appointed(Instant now) {
        return db
                .createQuery("select id, not_before from hub_outbox where state = 'planned' and not_before > :now")
                .bind("now", now.toEpochMilli())
                .map((rs, _) -> Map.entry(rs.getLong("id"), Instant.ofEpochMilli(rs.getLong("not_before"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A try begins whose end might stay unknown. */
    void sent(Row row) {
        db.createUpdate("update hub_outbox set state = 'sent' where id = :id")
                .bind("id", row.id().value())
                .execute();
    }

    /** A try ended without a receipt; another one follows. */
    void again(Row row, Say reason) {
        db.createUpdate("update hub_outbox set state = 'planned', attempts = :attempts, ambiguous = :ambiguous,"
                        + " reason = :reason where id = :id")
                .bind("id", row.id().value())
                .bind("attempts", row.attempts())
                .bind("ambiguous", row.unclear() ? 1 : 0)
                .bind("reason", codec.write(reason))
                .execute();
    }

    /** A row that was never tried says other words, or nothing any more. */
    void amend(Row row, @Nullable Row now) {
        if (now == null) {
            db.execute(
                    "update hub_outbox set state = 'dropped', done_at = planned_at where id = ?",
                    row.id().value());
        } else {
            db.execute(
                    "update hub_outbox set body = ? where id = ?",
                    codec.write(now.effect()),
                    row.id().value());
        }
    }

    /** What stands is not kept in words; what was given up is, so that it can be tried again. False if the row was closed before. */
    boolean close(Row row, String state, @Nullable Say reason, Instant now) {
        return db.createUpdate(
                                "update hub_outbox set state = :state, reason = :reason, ambiguous = :ambiguous,"
                                        + " done_at = :now, body = case :state when 'dead' then body else '' end where id = :id and state in ('planned', 'sent')")
                        .bind("id", row.id().value())
                        .bind("state", state)
                        .bind("reason", reason == null ? null : codec.write(reason))
                        .bind("ambiguous", row.unclear() ? 1 : 0)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /** An effect that was given up. */
    Optional<Row> dead(long id) {
        return db.createQuery("select id, lane, body, attempts, ambiguous from hub_outbox"
                        + " where id = :id and state = 'dead'")
                .bind("id", id)
                .map((rs, _) -> row(rs))
                .findOne();
    }

    /** Somebody has seen to an effect that was given up; false if it was seen to before. */
    boolean settleDead(long id, String state) {
        return db.createUpdate("update hub_outbox set state = :state where id = :id and state = 'dead'")
                        .bind("id", id)
                        .bind("state", state)
                        .execute()
                > 0;
    }

    /** Our newest message in a lane out, or one that is older than all of ours; written by {@link #mark}. */
    void stands(String lane, MessageId message) {
        standing.put(lane, message);
    }

    /** The last thing a batch does before its commit. */
    void mark() {
        standing.forEach((lane, message) -> db.createUpdate("insert into hub_stands (lane, message)"
                        + " values (:lane, :message) on conflict (lane) do update set message = excluded.message")
                .bind("lane", lane)
                .bind("message", message.toString())
                .execute());
        standing.clear();
    }

    void rolledBack() {
        standing.clear();
    }

    Optional<MessageId> newestStanding(String lane) {
        return db.createQuery("select message from hub_stands where lane = :lane")
                .bind("lane", lane)
                .mapTo(String.class)
                .findOne()
                .map(MessageId::parse);
    }

    /** What is not done yet, in order of planning. */
    List<Row> open() {
        return db.createQuery("select id, lane, body, attempts, ambiguous from hub_outbox"
                        + " where state in ('planned', 'sent') order by id")
                .map((rs, _) -> row(rs))
                .list();
    }

    private Row row(ResultSet rs) throws SQLException {
        return new Row(
                new EffectId(rs.getLong("id")),
                rs.getString("lane"),
                codec.effect(rs.getString("body")),
                rs.getInt("attempts"),
                rs.getInt("ambiguous") > 0);
    }

    /**
     * The first row of a lane that is not done.
     *
     * @param waiting how many are not done in all
     * @param reason why its last try failed; empty where none did
     */
    record First(long id, long waiting, Say reason) {}

    /** By lane; lanes where all is done are left out. */
    Map<String, First> firsts() {
        return db
                .createQuery("select o.lane, o.id, w.waiting, coalesce(o.reason, '') from hub_outbox o join"
                        + " (select min(id) as id, count(*) as waiting from hub_outbox"
                        + " where state in ('planned', 'sent') group by lane) w on w.id = o.id")
                .map((rs, _) ->
                        Map.entry(rs.getString(1), new First(rs.getLong(2), rs.getLong(3), codec.say(rs.getString(4)))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The ids of those rows whose last try has no known end. */
    List<Long> begun() {
        return db.createQuery("select id from hub_outbox where state = 'sent'")
                .mapTo(Long.class)
                .list();
    }

    /** Several rows leave as one message. */
    void together(Row merged) {
        String rows = merged.together().stream()
                .map(row -> String.valueOf(row.id().value()))
                .collect(Collectors.joining(" "));
        db.execute(
                "insert into hub_together (first, rows, body) values (?, ?, ?)"
                        + " on conflict (first) do update set rows = excluded.rows, body = excluded.body",
                merged.id().value(),
                rows,
                codec.write(merged.effect()));
    }

    /** That message stands, or each of its rows is to go alone. */
    void apart(Row merged) {
        db.execute("delete from hub_together where first = ?", merged.id().value());
    }

    /** Rows in order, those that left as one message as that message; {@code open} are all that are not done. */
    List<Row> asTheyLeft(List<Row> open) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        open.forEach(row -> rows.put(row.id().value(), row));
        db.createQuery("select rows, body from hub_together order by first")
                .map((rs, _) -> Map.entry(rs.getString(1), codec.effect(rs.getString(2))))
                .forEach(left -> {
                    List<Row> members = Stream.of(left.getKey().split(" "))
                            .map(id -> rows.get(Long.valueOf(id)))
                            .filter(Objects::nonNull)
                            .toList();
                    if (members.size() > 1 && left.getValue() instanceof OnPlatform.Post merged) {
                        members.forEach(row -> rows.remove(row.id().value()));
                        rows.put(members.getFirst().id().value(), Row.together(members, merged));
                    }
                });
        return rows.values().stream()
                .sorted(Comparator.comparingLong(row -> row.id().value()))
                .toList();
    }

    void purge(Instant before) {
        db.createUpdate(
                        "delete from hub_outbox where state not in ('planned', 'sent', 'dead') and done_at < :before and id < :last")
                .bind("before", before.toEpochMilli())
                .bind("last", lastId)
                .execute();
    }
}
