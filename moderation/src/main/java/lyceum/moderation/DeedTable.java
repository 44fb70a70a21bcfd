package lyceum.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import lyceum.kernel.id.MemberId;
import lyceum.moderation.Case.Decision;
import org.jdbi.v3.core.Handle;

/** The table of what was done to people. */
final class DeedTable {
    private static final String DEEDS =
            "select deed_id, case_id, act, member, until, at, moderator, moderator_member, undone from moderation_deed ";

    Deed add(Handle write, Discipline.Order order) {
        long id = write.createQuery("select coalesce(max(deed_id), 0) + 1 from moderation_deed")
                .mapTo(Long.class)
                .one();
        write.execute(
                "insert into moderation_deed (deed_id, case_id, act, member, until, at, moderator, moderator_member)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                order.about(),
                order.act().name(),
                order.person().member().value(),
                order.until() == null ? null : order.until().toEpochMilli(),
                order.by().at().toEpochMilli(),
                order.by().who(),
                order.by().member());
        return new Deed(id, order.about(), order.act(), order.person().member(), order.until(), order.by(), false);
    }

    /** All that was done to a person, the newest first. */
    List<Deed> of(Handle read, MemberId member) {
        return list(read, "where member = ? order by deed_id desc", member.value());
    }

    List<Deed> ofCase(Handle read, long about) {
        return list(read, "where case_id = ? order by deed_id", about);
    }

    /** What a moderator did from a time on. */
    List<Deed> by(Handle read, MemberId moderator, Instant from) {
        return read.createQuery(DEEDS + "where moderator_member = ? and at >= ? order by deed_id")
                .bind(0, moderator.value())
                .bind(1, from.toEpochMilli())
                .map((row, _) -> deed(row))
                .list();
    }

    List<Deed> find(Handle read, long id) {
        return list(read, "where deed_id = ?", id);
    }

    void undo(Handle write, Deed deed, Instant now) {
        write.execute("update moderation_deed set undone = ? where deed_id = ?", now.toEpochMilli(), deed.id());
    }

    void move(Handle write, MemberId from, MemberId into) {
        write.execute("update moderation_deed set member = ? where member = ?", into.value(), from.value());
    }

    private static List<Deed> list(Handle read, String where, long value) {
        return read.createQuery(DEEDS + where)
                .bind(0, value)
                .map((row, _) -> deed(row))
                .list();
    }

    private static Deed deed(ResultSet row) throws SQLException {
        long until = row.getLong("until");
        Instant end = row.wasNull() ? null : Instant.ofEpochMilli(until);
        row.getLong("undone");
        boolean undone = !row.wasNull();
        Decision by = new Decision(
                row.getString("moderator"), row.getLong("moderator_member"), Instant.ofEpochMilli(row.getLong("at")));
        return new Deed(
                row.getLong("deed_id"),
                row.getLong("case_id"),
                Act.valueOf(row.getString("act")),
                new MemberId(row.getLong("member")),
                end,
                by,
                undone);
    }
}
