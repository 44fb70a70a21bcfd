package lyceum.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.effect.OnClock.CancelTimer;
import lyceum.kernel.effect.OnClock.SetTimer;
import org.jdbi.v3.core.Handle;

/** The table of timers: the truth, of which the alarm is only the bell. Belongs to the lane's thread and its open transaction. */
final class TimerTable {
    private final Handle db;
    private Optional<Instant> next = Optional.empty();
    private boolean changed = true;

    TimerTable(Handle db) {
        this.db = db;
    }

    void set(SetTimer timer) {
        changed = true;
        db.createUpdate("insert into hub_timer (name, due, note) values (:name, :due, :note)"
                        + " on conflict (name) do update set due = excluded.due, note = excluded.note")
                .bind("name", timer.timer())
                .bind("due", timer.due().toEpochMilli())
                .bind("note", timer.note())
                .execute();
    }

    void cancel(CancelTimer timer) {
        changed = true;
        db.createUpdate("delete from hub_timer where name = :name")
                .bind("name", timer.timer())
                .execute();
    }

    Optional<Instant> next() {
        if (changed) {
            next = db.createQuery("select min(due) from hub_timer")
                    .mapTo(Long.class)
                    .findOne()
                    .map(Instant::ofEpochMilli);
            changed = false;
        }
        return next;
    }

    void rolledBack() {
        changed = true;
    }

    /** At most {@code most} timers that are due, the earliest first; they stand no more. */
    List<SetTimer> takeDue(Instant now, int most) {
        List<SetTimer> due = db.createQuery(
                        "select name, due, note from hub_timer where due <= :now order by due, name limit :most")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((rs, _) -> new SetTimer(
                        rs.getString("name"), Instant.ofEpochMilli(rs.getLong("due")), rs.getString("note")))
                .list();
        due.forEach(timer -> cancel(new CancelTimer(timer.timer())));
        return due;
    }
}
