package lyceum.sandbox.twitch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may not speak.
 *
 * @param until when it ends, or null for never
 */
record Ban(@Nullable Instant until, String reason) {
    boolean holds(Instant now) {
        return until == null || now.isBefore(until);
    }
}
