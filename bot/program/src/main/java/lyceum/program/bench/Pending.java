package lyceum.program.bench;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Fills the tables of classes with people and reminders that wait. */
final class Pending {
    private static final int ROWS_A_BATCH = 10_000;
    private static final Duration LEAD = Duration.ofMinutes(5);

    private final Handle db;
    private long last;

    Pending(Handle db) {
        this.db = db;
    }

    void people(int count) {
        db.execute("begin");
        db.execute(
                "insert into classes_class (id, title, start, zone, rule, minutes, room, sequence, cancelled, made, changed)"
                        + " values (1, 'Graphs', '2026-03-01T19:00', 'Asia/Shanghai', null, 60, 'discord:1', 0, 0, 0, 0)");
        PreparedBatch batch = db.prepareBatch(
                "insert into classes_person (member, language, zone, name, account, platform, accounts, quiet)"
                        + " values (?, 'en', 'Europe/Berlin', 'ann', ?, 'discord', ?, 0)");
        for (int i = 1; i <= count; i++) {
            batch.add(i, "discord:" + i, "discord:" + i);
        }
        batch.execute();
        db.execute("commit");
    }

    /**
     * One reminder to each of so many people.
     *
     * @param apart between two of them
     */
    void reminders(int count, Instant first, Duration apart) {
        for (int done = 0; done < count; done += ROWS_A_BATCH) {
            db.execute("begin");
            PreparedBatch batch = db.prepareBatch(
                    "insert into classes_reminder (id, class, planned, starts, member, room, platform, kind, due, state, note)"
                            + " values (?, 1, '2026-03-01T19:00', ?, ?, '', 'discord', 300, ?, 0, '')");
            for (int i = done; i < Math.min(count, done + ROWS_A_BATCH); i++) {
                Instant due = first.plus(apart.multipliedBy(i));
                last++;
                batch.add(last, due.plus(LEAD).toEpochMilli() + last, 1 + last % 10_000, due.toEpochMilli());
            }
            batch.execute();
            db.execute("commit");
        }
    }

    /** The next reminder's number is the one after this. */
    void after(long newest) {
        last = newest;
    }
}
