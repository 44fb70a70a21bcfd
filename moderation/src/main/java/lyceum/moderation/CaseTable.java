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
            "select case_id, state, type, held, decided, decider, decider_member from moderation_case ";

    Case add(Handle write, State state, Held held, Instant now) {
        long id = write.createQuery("select coalesce(max(case_id), 0) + 1 from moderation_case")
                .mapTo(Long.class)
                .one();
        write.execute(
                "insert into moderation_case (case_id, source, state, type, held, opened) values (?, ?, ?, ?, ?, ?)",
                id,
                held.posted().message().toString(),
                state.name(),
                HeldJson.TYPE,
                HeldJson.write(held),
                now.toEpochMilli());
        return new Case(id, state, held, null);
    }

    Optional<Case> find(Handle read, long id) {
        return read.createQuery(CASES + "where case_id = ?")
                .bind(0, id)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The newest case about a message. */
    Optional<Case> about(Handle read, MessageId source) {
        return read.createQuery(CASES + "where source = ? order by case_id desc limit 1")
                .bind(0, source.toString())
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Those that wait, the longest waiting first. */
    List<Case> open(Handle read, int most) {
        return read.createQuery(CASES + "where state = 'OPEN' order by case_id limit ?")
                .bind(0, most)
                .map((row, context) -> read(row))
                .list();
    }

    /** Those that wait no longer, the newest first. */
    List<Case> closed(Handle read, int most) {
        return read.createQuery(CASES + "where state <> 'OPEN' order by case_id desc limit ?")
                .bind(0, most)
                .map((row, context) -> read(row))
                .list();
    }

    void replace(Handle write, Case changed) {
        write.execute(
                "update moderation_case set type = ?, held = ? where case_id = ?",
                HeldJson.TYPE,
                HeldJson.write(changed.held()),
                changed.id());
    }

    /** Closes a case; {@code decision} is null where no moderator decided. */
    Case close(Handle write, Case open, State state, @Nullable Decision decision) {
        write.execute("update moderation_case set state = ? where case_id = ?", state.name(), open.id());
        if (decision != null) {
            write.execute(
                    "update moderation_case set decided = ?, decider = ?, decider_member = ? where case_id = ?",
                    decision.at().toEpochMilli(),
                    decision.who(),
                    decision.member(),
                    open.id());
        }
        return new Case(open.id(), state, open.held(), decision);
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

    private static Case read(ResultSet row) throws SQLException {
        String who = row.getString("decider");
        Decision decision = who == null
                ? null
                : new Decision(who, row.getLong("decider_member"), Instant.ofEpochMilli(row.getLong("decided")));
        Held held = HeldJson.read(row.getString("type"), row.getString("held"));
        return new Case(row.getLong("case_id"), State.valueOf(row.getString("state")), held, decision);
    }
}
