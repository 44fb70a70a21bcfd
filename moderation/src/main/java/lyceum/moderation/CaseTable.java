package lyceum.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.moderation.Case.Decision;
import lyceum.moderation.Case.State;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of cases, of the cards that show them, and of room names. */
final class CaseTable {
    private static final String CASES =
            "select case_id, state, type, held, decided, decider, decider_member, act, claimer, claimer_member, claimed_until"
                    + " from moderation_case ";

    Case add(Handle write, State state, Held held, Instant now) {
        long id = write.createQuery("select coalesce(max(case_id), 0) + 1 from moderation_case")
                .mapTo(Long.class)
                .one();
        write.execute(
                "insert into moderation_case (case_id, source, state, type, held, opened, twin) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                held.posted().message().toString(),
                state.name(),
                HeldJson.TYPE,
                HeldJson.write(held),
                now.toEpochMilli(),
                Twin.of(held));
        return new Case(id, state, held, List.of(), null, null);
    }

    Optional<Case> find(Handle read, long id) {
        return read.createQuery(CASES + "where case_id = ?")
                .bind(0, id)
                .map((row, _) -> read(row, twins(read, row.getLong("case_id"))))
                .findOne();
    }

    /** The newest case about a message. */
    Optional<Case> about(Handle read, MessageId source) {
        return read.createQuery(CASES + "where source = :source or case_id in"
                        + " (select case_id from moderation_twin where source = :source) order by case_id desc limit 1")
                .bind("source", source.toString())
                .map((row, _) -> read(row, twins(read, row.getLong("case_id"))))
                .findOne();
    }

    /** The case that waits about the same words. */
    Optional<Case> twin(Handle read, Held held) {
        String twin = Twin.of(held);
        return twin == null
                ? Optional.empty()
                : read.createQuery(CASES + "where twin = ? and state = 'OPEN' order by case_id limit 1")
                        .bind(0, twin)
                        .map((row, _) -> read(row, List.of()))
                        .findOne();
    }

    void addTwin(Handle write, Case to, Held held) {
        write.execute(
                "insert into moderation_twin (source, case_id, type, held) values (?, ?, ?, ?)"
                        + " on conflict (source) do update set case_id = excluded.case_id, held = excluded.held",
                held.posted().message().toString(),
                to.id(),
                HeldJson.TYPE,
                HeldJson.write(held));
    }

    int countTwins(Handle read, long id) {
        return read.createQuery("select count(*) from moderation_twin where case_id = ?")
                .bind(0, id)
                .mapTo(Integer.class)
                .one();
    }

    void removeTwin(Handle write, MessageId source) {
        write.execute("delete from moderation_twin where source = ?", source.toString());
    }

    void claim(Handle write, long id, Case.Claim claim) {
        write.execute(
                "update moderation_case set claimer = ?, claimer_member = ?, claimed_until = ? where case_id = ?",
                claim.who(),
                claim.member(),
                claim.until().toEpochMilli(),
                id);
    }

    /** The numbers of what a moderator decided from a time on. */
    List<Long> decidedBy(Handle read, long moderator, Instant from) {
        return read.createQuery(
                        "select case_id from moderation_case where decider_member = ? and decided >= ? order by case_id")
                .bind(0, moderator)
                .bind(1, from.toEpochMilli())
                .mapTo(Long.class)
                .list();
    }

    /** The numbers of what a rule removed without asking, from a time on. */
    List<Long> removedBy(Handle read, String rule, Instant from) {
        return read.createQuery("select case_id from moderation_case where state = 'REMOVED' and opened >= ?"
                        + " and held like ? order by case_id")
                .bind(0, from.toEpochMilli())
                .bind(1, "%\"rule\":\"" + rule + "\"%")
                .mapTo(Long.class)
                .list();
    }

    /** Those whose decisions stand, the newest first. */
    List<Case> decided(Handle read, int most) {
        return read.createQuery(CASES + "where state in ('APPROVED', 'REJECTED', 'REMOVED')"
                        + " order by coalesce(decided, opened) desc, case_id desc limit ?")
                .bind(0, most)
                .map((row, _) -> read(row, List.of()))
                .list();
    }

    /** Those that wait, the longest waiting first. */
    List<Case> open(Handle read, int most) {
        return read.createQuery(CASES + "where state = 'OPEN' order by case_id limit ?")
                .bind(0, most)
                .map((row, _) -> read(row, twins(read, row.getLong("case_id"))))
                .list();
    }

    /** Those that wait no longer, the newest first. */
    List<Case> closed(Handle read, int most) {
        return read.createQuery(CASES + "where state <> 'OPEN' order by case_id desc limit ?")
                .bind(0, most)
                .map((row, _) -> read(row, twins(read, row.getLong("case_id"))))
                .list();
    }

    /** Those with smaller numbers, the newest first. */
    List<Case> before(Handle read, long id, int most) {
        return read.createQuery(CASES + "where case_id < ? order by case_id desc limit ?")
                .bind(0, id)
                .bind(1, most)
                .map((row, _) -> read(row, List.of()))
                .list();
    }

    void replace(Handle write, Case changed) {
        write.execute(
                "update moderation_case set type = ?, held = ?, twin = ? where case_id = ?",
                HeldJson.TYPE,
                HeldJson.write(changed.held()),
                Twin.of(changed.held()),
                changed.id());
    }

    /** Another message stands for the case. */
    void move(Handle write, Case about, Held now) {
        write.execute(
                "update moderation_case set source = ? where case_id = ?",
                now.posted().message().toString(),
                about.id());
        replace(write, about.with(now));
    }

    /** Closes a case; {@code decision} is null where no moderator decided. */
    Case close(Handle write, Case open, State state, @Nullable Decision decision) {
        write.execute("update moderation_case set state = ? where case_id = ?", state.name(), open.id());
        if (decision != null) {
            write.execute(
                    "update moderation_case set decided = ?, decider = ?, decider_member = ?, act = ? where case_id = ?",
                    decision.at().toEpochMilli(),
                    decision.who(),
                    decision.member(),
                    decision.act().name(),
                    open.id());
        }
        return new Case(
                open.id(),
                state,
                open.held(),
                open.twins(),
                open.claim(),
                decision == null ? open.decision() : decision);
    }

    /** Lets go of what was said in cases that were decided before a time and of which nobody complains any more; their numbers. */
    List<Long> emptied(Handle write, Instant before, Instant now) {
        List<Long> old = write.createQuery(
                        "select case_id from moderation_case where emptied is null and state <> 'OPEN'"
                                + " and coalesce(decided, opened) < ? and case_id not in"
                                + " (select case_id from moderation_appeal where decided is null)")
                .bind(0, before.toEpochMilli())
                .mapTo(Long.class)
                .list();
        for (long id : old) {
            find(write, id)
                    .ifPresent(about -> replace(write, about.with(about.held().emptied())));
            write.execute("delete from moderation_twin where case_id = ?", id);
            write.execute("update moderation_case set emptied = ? where case_id = ?", now.toEpochMilli(), id);
        }
        return old;
    }

    void keepCard(Handle write, long id, MessageId card) {
        write.execute("insert into moderation_card (message, case_id) values (?, ?)", card.toString(), id);
    }

    List<MessageId> cards(Handle read, long id) {
        return read.createQuery("select message from moderation_card where case_id = ? order by message")
                .bind(0, id)
                .mapTo(String.class)
                .map(MessageId::parse)
                .list();
    }

    Optional<String> roomName(Handle read, RoomId room) {
        return read.createQuery("select name from moderation_room where room = ?")
                .bind(0, room.toString())
                .mapTo(String.class)
                .findOne();
    }

    void nameRoom(Handle write, RoomId room, String name) {
        write.execute("delete from moderation_room where room = ?", room.toString());
        write.execute("insert into moderation_room (room, name) values (?, ?)", room.toString(), name);
    }

    private static Case read(ResultSet row, List<Held> twins) throws SQLException {
        String who = row.getString("decider");
        String act = row.getString("act");
        State state = State.valueOf(row.getString("state"));
        Act before = state == State.APPROVED ? Act.APPROVE : Act.REMOVE;
        Decision decision = who == null
                ? null
                : new Decision(
                        who,
                        row.getLong("decider_member"),
                        Instant.ofEpochMilli(row.getLong("decided")),
                        act == null ? before : Act.valueOf(act));
        String claimer = row.getString("claimer");
        Case.Claim claim = claimer == null
                ? null
                : new Case.Claim(
                        claimer, row.getLong("claimer_member"), Instant.ofEpochMilli(row.getLong("claimed_until")));
        Held held = HeldJson.read(row.getString("type"), row.getString("held"));
        return new Case(row.getLong("case_id"), state, held, twins, claim, decision);
    }

    private static List<Held> twins(Handle read, long id) {
        return read.createQuery("select type, held from moderation_twin where case_id = ? order by source")
                .bind(0, id)
                .map((row, _) -> HeldJson.read(row.getString("type"), row.getString("held")))
                .list();
    }
}
