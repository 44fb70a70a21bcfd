package lyceum.hub;

import java.time.Instant;
import java.util.random.RandomGenerator;
import lyceum.kernel.feature.Score;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One event's turn in the open transaction, with a savepoint that opens at a feature's first write. */
final class Turn implements Tx {
    private final Handle db;
    private final Savepoint savepoint;
    private final Instant now;
    private final RandomGenerator chance;
    private final Scores scores;
    private @Nullable Actor actor;
    private boolean wrote;

    Turn(Handle db, Savepoint savepoint, Instant now, RandomGenerator chance, Scores scores) {
        this.db = db;
        this.savepoint = savepoint;
        this.now = now;
        this.chance = chance;
        this.scores = scores;
    }

    @Override
    public Handle read() {
        return db;
    }

    @Override
    public Handle write() {
        if (!wrote) {
            savepoint.open();
            wrote = true;
        }
        return db;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public RandomGenerator random() {
        return chance;
    }

    @Override
    public @Nullable Actor actor() {
        return actor;
    }

    @Override
    public <S extends Score> @Nullable S score(Class<S> type) {
        return scores.of(type);
    }

    void actingAs(@Nullable Actor who) {
        actor = who;
    }

    /** The feature is through: what it wrote belongs to the turn. */
    void keep() {
        if (wrote) {
            savepoint.release();
            wrote = false;
        }
    }

    /** The feature failed: what it wrote is gone. */
    void takeBack() {
        if (wrote) {
            savepoint.rollback();
            wrote = false;
        }
    }
}
