package lyceum.community.members.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
    /** So far may the clock of a source run ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** As it is once it was heard of at {@code now}: what begins a little later by the clock of its source has begun. */
    Entitlement heard(Instant now) {
        return starts.isAfter(now) && !starts.isAfter(now.plus(AHEAD))
                ? new Entitlement(account, source, id, plan, now, ends, ending, told)
                : this;
    }

    /** Whether it gives the same, for the same time, whenever it was told. */
    boolean says(Entitlement other) {
        return plan.equals(other.plan) && Objects.equals(ends, other.ends) && ending == other.ending;
    }

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
