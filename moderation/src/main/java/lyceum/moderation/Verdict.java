package lyceum.moderation;

import java.util.List;

/** What shall become of a message. */
sealed interface Verdict {
    record Pass() implements Verdict {}

    /** It stays where it was said, is repeated nowhere, and waits for a moderator. */
    record Hold(List<Signal> why) implements Verdict {
        public Hold {
            why = List.copyOf(why);
        }
    }

    record Remove(List<Signal> why) implements Verdict {
        public Remove {
            why = List.copyOf(why);
        }
    }
}
