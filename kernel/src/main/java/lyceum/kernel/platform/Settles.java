package lyceum.kernel.platform;

import java.util.List;
import java.util.Optional;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/** The ability to find out afterwards which posts stand: by reading back the room. Without it a post whose answer is missing stays ambiguous. */
public interface Settles {
    /**
     * Blocks. Asked after a restart or a missing answer, before anything of the room is tried again.
     *
     * @param after the hub's newest confirmed message of the room, or null to look at the newest messages only
     * @param unclear posts in the order in which they were sent, of which a part, in order, may stand
     * @return for each post, in the same order, the message that it became, or empty where it does not stand
     */
    List<Optional<MessageId>> settle(RoomId room, @Nullable MessageId after, List<Attempt> unclear);

    /** A post that may stand, and the nonce that it was sent with. */
    record Attempt(Post post, Nonce nonce) {}
}
