package lyceum.scheduler.classes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table of reminders: one row for each class date, kind, and person or room. */
final class ReminderTable {
    static final int WAITS = 0;
    static final int HANDED_OVER = 1;
    static final int TOLD = 2;
    static final int DROPPED = 3;
    static final int UNREACHABLE = 4;

    private static final String COLUMNS =
            "select id, class, planned, starts, member, room, platform, kind, due, note from classes_reminder";

    /** Those that are not there yet; {@code id} of the rows given does not matter. */
    void add(Handle write, List<Reminder> reminders) {
        long id = write.createQuery("select coalesce(max(id), 0) from classes_reminder")
                .mapTo(Long.class)
                .one();
        PreparedBatch batch = write.prepareBatch(
                "insert into classes_reminder (id, class, planned, starts, member, room, platform, kind, due, state, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) on conflict (class, starts, kind, member, room) do nothing");
        for (Reminder each : reminders) {
            RoomId room = each.to().room();
            batch.add(
                    ++id,
                    each.classId(),
                    each.planned().toString(),
                    each.starts().toEpochMilli(),
                    each.to().member(),
                    room == null ? "" : room.toString(),
                    each.to().platform(),
                    each.kind(),
                    each.due().toEpochMilli(),
                    each.note());
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** How many of a wave there are already on a platform. */
    long count(Handle read, long classId, Instant starts, long kind, String platform) {
        return read.createQuery(
                        "select count(*) from classes_reminder where class = ? and starts = ? and kind = ? and platform = ?")
                .bind(0, classId)
                .bind(1, starts.toEpochMilli())
                .bind(2, kind)
                .bind(3, platform)
                .mapTo(Long.class)
                .one();
    }

    /** A reminder that waits, and the person whom it is for; null for a room, and where the person is not known any more. */
    record Waiting(Reminder reminder, PeopleTable.@Nullable Person person) {}

    /** Those of a platform that wait and are due until then, the earliest first. */
    List<Waiting> due(Handle read, String platform, Instant until, int most) {
        return read.createQuery(
                        "select r.id, r.class, r.planned, r.starts, r.member, r.room, r.platform, r.kind, r.due, r.note,"
                                + " p.language, p.zone, p.name, p.account, p.quiet from classes_reminder r"
                                + " left join classes_person p on p.member = r.member"
                                + " where r.state = 0 and r.platform = ? and r.due <= ? order by r.due limit ?")
                .bind(0, platform)
                .bind(1, until.toEpochMilli())
                .bind(2, most)
                .map((row, context) ->
                        new Waiting(read(row), row.getString("zone") == null ? null : PeopleTable.read(row)))
                .list();
    }

    Optional<Instant> nextDue(Handle read, String platform) {
        return read.createQuery("select min(due) from classes_reminder where state = 0 and platform = ?")
                .bind(0, platform)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    Optional<Reminder> find(Handle read, long id) {
        return read.createQuery(COLUMNS + " where id = ?")
                .bind(0, id)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Whether a nearer reminder of the same date to the same person or room is due as well, or was told. */
    boolean overtaken(Handle read, Reminder late, Instant now) {
        return read.createQuery(
                                "select count(*) from classes_reminder where class = ? and starts = ? and member = ? and room = ?"
                                        + " and kind >= 0 and kind < ? and (state in (1, 2) or due <= ?)")
                        .bind(0, late.classId())
                        .bind(1, late.starts().toEpochMilli())
                        .bind(2, late.to().member())
                        .bind(
                                3,
                                late.to().room() == null
                                        ? ""
                                        : String.valueOf(late.to().room()))
                        .bind(4, late.kind())
                        .bind(5, now.toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    void states(Handle write, List<Reminder> of, int state) {
        PreparedBatch batch = write.prepareBatch("update classes_reminder set state = ? where id = ?");
        of.forEach(each -> batch.add(state, each.id()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** What waits for a date is not told any more. */
    void forget(Handle write, long classId, LocalDateTime planned) {
        write.execute(
                "delete from classes_reminder where class = ? and planned = ? and state = 0 and kind >= 0",
                classId,
                planned.toString());
    }

    void forget(Handle write, long classId, LocalDateTime planned, long member) {
        write.execute(
                "delete from classes_reminder where class = ? and planned = ? and member = ? and state = 0 and kind >= 0",
                classId,
                planned.toString(),
                member);
    }

    void purge(Handle write, Instant before) {
        write.execute("delete from classes_reminder where starts < ?", before.toEpochMilli());
    }

    private static Reminder read(ResultSet row) throws SQLException {
        String room = row.getString("room");
        return new Reminder(
                row.getLong("id"),
                row.getLong("class"),
                LocalDateTime.parse(row.getString("planned")),
                Instant.ofEpochMilli(row.getLong("starts")),
                new Reminder.To(
                        row.getLong("member"), room.isEmpty() ? null : RoomId.parse(room), row.getString("platform")),
                row.getLong("kind"),
                Instant.ofEpochMilli(row.getLong("due")),
                row.getString("note"));
    }
}
