package lyceum.community.qna;

import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the hub showed to somebody who wanted to know.
 *
 * @param question that was answered before
 * @param asking the question that it is offered for; null where that is in no table
 * @param asked what they wanted to know
 * @param room where it was shown
 * @param message that shows it; null where only they see it, or until it stands
 */
record Offer(
        long id,
        long question,
        long answer,
        @Nullable Long asking,
        String asked,
        Line.Who who,
        RoomId room,
        @Nullable MessageId message,
        State state) {
    /** What became of it. */
    enum State {
        OPEN,
        SOLVED,
        /** It was about something else. */
        NO
    }
}
