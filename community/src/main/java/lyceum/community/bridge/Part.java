package lyceum.community.bridge;

import java.time.Instant;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * One of the pieces that a message became in one room.
 *
 * @param number from 0; several stand in the room in this order
 * @param copy what stands there, or null until its receipt has come
 * @param line which line of the copy it is, or -1 where the copy is its own
 */
record Part(Said said, RoomId room, int number, @Nullable MessageId copy, int line) {
    static final int ALONE = -1;

    /**
     * What is repeated.
     *
     * @param author the account that said it
     * @param at when it was said
     */
    record Said(MessageId source, String author, Manner manner, Instant at) {}

    static Part planned(Said said, RoomId room, int number) {
        return new Part(said, room, number, null, ALONE);
    }

    /** What its post is called, so that its receipt finds it. */
    String ref() {
        return new Ref(number, said.source()).toString();
    }

    boolean isShared() {
        return line != ALONE;
    }

    boolean isAwaited() {
        return copy == null;
    }
}
