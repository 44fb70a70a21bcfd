package lyceum.kernel.feature;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The transaction of one turn: the only way to tables, time and chance. Not to be kept beyond the call. */
public interface Tx {
    /** For reading, own rows of this turn included. */
    Handle read();

    /** For writing; the first call opens the feature's savepoint, which is rolled back if the feature throws. */
    Handle write();

    /** The posts that this one becomes on its platform, in order; they have its ref. */
    List<Post> fit(Post post);

    /** Whether a room's platform has an ability, one of the interfaces beside {@link lyceum.kernel.platform.Platform}. */
    boolean can(RoomId room, Class<?> ability);

    /** The turn's time. */
    Instant now();

    /** The turn's random source. */
    RandomGenerator random();

    /** Who acts; null where nobody does, and until {@code members} has said who it is. */
    @Nullable
    Actor actor();

    /**
     * What the scorer of this type found; null where it had nothing to say.
     *
     * @throws IllegalStateException if the scorer failed on this event
     */
    <S extends Score> @Nullable S score(Class<S> type);
}
