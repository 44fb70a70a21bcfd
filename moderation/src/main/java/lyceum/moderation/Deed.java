package lyceum.moderation;

import java.time.Instant;
import lyceum.kernel.id.MemberId;
import lyceum.moderation.Case.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to one person.
 *
 * @param about the case it belongs to
 * @param until when it ends, or null where it has no end or does not last
 * @param undone whether it was taken back
 */
record Deed(
        long id,
        long about,
        Act act,
        MemberId member,
        @Nullable Instant until,
        Decision by,
        boolean undone) {
    /** Whether it keeps the person from speaking now. */
    boolean lastsAt(Instant now) {
        return act.lasts() && !undone && (until == null || until.isAfter(now));
    }
}
