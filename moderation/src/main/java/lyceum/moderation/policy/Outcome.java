package lyceum.moderation.policy;

import java.util.Locale;

/** What becomes of a message, in rising order. */
public enum Outcome {
    PASS,
    /** It waits for a human. */
    HOLD,
    REMOVE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
