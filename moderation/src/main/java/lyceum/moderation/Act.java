package lyceum.moderation;

import java.util.Locale;
import lyceum.kernel.effect.Restrict.Measure;
import org.jspecify.annotations.Nullable;

/** What a moderator may decide about a message and its author, from mild to hard. */
enum Act {
    APPROVE(0, null),
    REMOVE(1, null),
    WARN(1, null),
    TIMEOUT(2, Measure.SILENCE),
    KICK(3, Measure.KICK),
    BAN(4, Measure.BAN);

    /** How many strikes it is worth when it is new. */
    final double strikes;

    /** What the platforms are asked to do; null for nothing. */
    final @Nullable Measure measure;

    Act(double strikes, @Nullable Measure measure) {
        this.strikes = strikes;
        this.measure = measure;
    }

    /** Whether it lasts, so that it must be ended. */
    boolean lasts() {
        return this == TIMEOUT || this == BAN;
    }

    /** As it stands in phrases' keys and choices. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
