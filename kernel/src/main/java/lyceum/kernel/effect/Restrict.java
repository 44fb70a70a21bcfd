package lyceum.kernel.effect;

import java.time.Instant;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an account from speaking or from being where a room is: a guild, a group, a channel. Doing it twice is the same as once.
 *
 * @param room any of the place's rooms, on which it is carried out in order
 * @param until when the platform shall end it by itself, or null where it lasts until {@code FREE}
 */
public record Restrict(
        AuthorId account,
        RoomId room,
        Measure measure,
        @Nullable Instant until,
        String ref) implements OnPlatform {
    /** What is done to the account. */
    public enum Measure {
        /** It may read and not speak. */
        SILENCE,
        /** It is put out, and may come back. */
        KICK,
        /** It is put out, and may not come back. */
        BAN,
        /** It may be here and speak again; it comes back by itself. */
        FREE
    }
}
