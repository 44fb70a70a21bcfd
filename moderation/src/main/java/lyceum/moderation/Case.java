package lyceum.moderation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lyceum.kernel.id.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * A message that did not pass, and what became of it.
 *
 * @param twins further messages that say the same: one decision is about all of them
 * @param claim null where nobody looks at it
 * @param decision null while nobody decided, and where nobody had to
 */
record Case(
        long id,
        State state,
        Held held,
        List<Held> twins,
        @Nullable Claim claim,
        @Nullable Decision decision) {
    Case {
        twins = List.copyOf(twins);
    }

    boolean open() {
        return state == State.OPEN;
    }

    Case with(Held other) {
        return new Case(id, state, other, twins, claim, decision);
    }

    /** Whether this message stands for the case. */
    boolean first(MessageId message) {
        return held.posted().message().equals(message);
    }

    /** Whether it is a raid as a whole, whose messages were not kept. */
    boolean raid() {
        return held.why().stream().anyMatch(signal -> signal.rule().equals(Raids.RULE));
    }

    /** Every message that it is about. */
    List<Held> all() {
        return Stream.concat(Stream.of(held), twins.stream()).toList();
    }

    /** Whether the platform's own filter holds it, so that nobody has seen it there. */
    boolean natively() {
        return held.why().stream().anyMatch(signal -> signal.rule().equals(Natives.RULE));
    }

    /** Whether a fan called the moderators about a message that had passed. */
    boolean reported() {
        return held.why().stream().anyMatch(signal -> signal.rule().equals(Reports.RULE));
    }

    /** Who looks at it now, where somebody else than this one does. */
    boolean claimedByOther(long member, Instant now) {
        return claim != null && claim.member() != member && claim.until().isAfter(now);
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
        WITHDRAWN,
        /** What was decided was taken back. */
        UNDONE
    }

    /** Who looks at it, and until when others leave it alone. */
    record Claim(String who, long member, Instant until) {}

    /**
     * Who decided what, and when.
     *
     * @param act what was done to the author
     */
    record Decision(String who, long member, Instant at, Act act) {
        Decision(String who, long member, Instant at) {
            this(who, member, at, Act.REMOVE);
        }
    }
}
