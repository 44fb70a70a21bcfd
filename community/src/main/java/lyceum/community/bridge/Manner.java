package lyceum.community.bridge;

import org.jspecify.annotations.Nullable;

/** Why a copy begins with more than the words themselves. */
enum Manner {
    /** It does not. */
    PROMPT,
    /** A moderator read it first. */
    LATE,
    /** The relay was paused. */
    WAITED,
    /** It was said long before it was heard. */
    CAUGHT_UP,
    /** It repeats words that were changed, where a copy cannot be changed itself. */
    EDITED;

    /** As it stands in the table; {@link #PROMPT} takes no room there. */
    @Nullable
    String kept() {
        return this == PROMPT ? null : name();
    }

    static Manner of(@Nullable String kept) {
        return kept == null ? PROMPT : valueOf(kept);
    }
}
