package lyceum.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that did not pass, and what became of it.
 *
 * @param decision null while nobody decided, and where nobody had to
 */
record Case(long id, State state, Held held, @Nullable Decision decision) {
    boolean open() {
        return state == State.OPEN;
    }

    Case with(Held other) {
        return new Case(id, state, other, decision);
    }

    /** What became of a case. */
    enum State {
        /** A moderator must decide. */
        OPEN,
        APPROVED,
        REJECTED,
        /** A rule took the message away, nobody was asked. */
        REMOVED,
        /** Its author took the message back before anybody decided. */
        WITHDRAWN
    }

    /** Who decided, and when. */
    record Decision(String who, long member, Instant at) {}
}
