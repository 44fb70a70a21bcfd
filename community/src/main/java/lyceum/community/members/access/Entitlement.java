package lyceum.community.members.access;

import java.time.Instant;
import lyceum.kernel.id.AuthorId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an account was given, by one source. It belongs to the account that paid, so that it goes where that account goes.
 *
 * @param source who tells of it: {@code twitch}, {@code patreon}, {@code manual} ...
 * @param id the source's own name of it
 * @param plan what it gives
 * @param ends when it ends or ended, or null while its source says that it goes on
 * @param ending why it ends
 * @param told when the newest fact about it happened
 */
record Entitlement(
        AuthorId account,
        String source,
        String id,
        String plan,
        Instant starts,
        @Nullable Instant ends,
        Ending ending,
        Instant told) {
    /** Why an entitlement has an end. */
    enum Ending {
        /** It goes on until its source says otherwise. */
        NONE,
        /** It was given for a time. */
        PERIOD,
        /** Its source told that it ended. */
        ENDED,
        /** The money went back. */
        RETURNED
    }
}
