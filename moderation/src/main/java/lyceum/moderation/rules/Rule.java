package lyceum.moderation.rules;

import java.util.List;

/**
 * One reason to object to a message. A rule is asked by one thread at a time; it may remember what it was asked about before,
 * and knows the time from the post alone.
 */
public interface Rule {
    /** One lower-case word, the same for ever. */
    String name();

    /** Rises whenever the same message may be judged otherwise. */
    default int version() {
        return 1;
    }

    /** Every objection, in any order. */
    List<Signal> judge(Post post);
}
