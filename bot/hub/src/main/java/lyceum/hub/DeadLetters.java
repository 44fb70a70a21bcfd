package lyceum.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.event.Event;
import org.jdbi.v3.core.Handle;

/** Events that a feature could not handle, kept until they are replayed. Belongs to the lane's thread and its open transaction. */
final class DeadLetters {
    private final Handle db;
    private final Codec codec;

    DeadLetters(Handle db, Codec codec) {
        this.db = db;
        this.codec = codec;
    }

    void add(String feature, Event event, RuntimeException error, Instant now) {
        db.createUpdate("insert into hub_dead_letter (id, feature, body, error, at)"
                        + " select coalesce(max(id), 0) + 1, :feature, :body, :error, :at from hub_dead_letter")
                .bind("feature", feature)
                .bind("body", codec.write(event))
                .bind("error", describe(error))
                .bind("at", now.toEpochMilli())
                .execute();
    }

    List<Long> ids() {
        return db.createQuery("select id from hub_dead_letter order by id")
                .mapTo(Long.class)
                .list();
    }

    Optional<Letter> find(long id) {
        return db.createQuery("select feature, body from hub_dead_letter where id = :id")
                .bind("id", id)
                .map((rs, _) -> new Letter(rs.getString("feature"), codec.event(rs.getString("body"))))
                .findOne();
    }

    /** False if it was gone before. */
    boolean remove(long id) {
        return db.createUpdate("delete from hub_dead_letter where id = :id")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Type and place, but no message: an exception's message may hold what somebody said. */
    private static String describe(RuntimeException error) {
        StackTraceElement[] trace = error.getStackTrace();
        return error.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** One dead letter: who failed, on what. */
    record Letter(String feature, Event event) {}
}
