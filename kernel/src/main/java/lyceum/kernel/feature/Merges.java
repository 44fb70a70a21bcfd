package lyceum.kernel.feature;

import java.time.Duration;
import java.util.List;
import lyceum.kernel.effect.OnPlatform.Post;

/** A feature whose posts may go out several in one message where a platform lets fewer through than there are. Pure; in the lane. */
public interface Merges extends Feature {
    /** Whether this post of the feature may share a message with others. */
    boolean merges(Post post);

    /**
     * The message that says what all of these say, so that each can be found in it. The receipt of each tells its share.
     *
     * @param posts of one room, in order, at least two
     * @param span in which they came
     */
    Post merged(List<Post> posts, Duration span);
}
