package lyceum.hub;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.feature.Score;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One event's turn in the open transaction, with a savepoint that opens at a feature's first write. */
final class Turn implements Tx {
    private final Handle db;
    private final Ground ground;
    private final Instant now;
    private final Scores scores;
    private @Nullable Actor actor;
    private boolean wrote;

    Turn(Ground ground, Instant now, Scores scores) {
        this.db = ground.db();
        this.ground = ground;
        this.now = now;
        this.scores = scores;
    }

    /** What all turns stand on. */
    record Ground(Handle db, Savepoint savepoint, RandomGenerator chance, Courier courier) {}

    @Override
    public Handle read() {
        return db;
    }

    @Override
    public Handle write() {
        if (!wrote) {
            ground.savepoint().open();
            wrote = true;
        }
        return db;
    }

    @Override
    public List<Post> fit(Post post) {
        return ground.courier().fit(post);
    }

    @Override
    public boolean can(RoomId room, Class<?> ability) {
        return ground.courier().can(room, ability);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public RandomGenerator random() {
        return ground.chance();
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
            ground.savepoint().release();
            wrote = false;
        }
    }

    /** The feature failed: what it wrote is gone. */
    void takeBack() {
        if (wrote) {
            ground.savepoint().rollback();
            wrote = false;
        }
    }
}
