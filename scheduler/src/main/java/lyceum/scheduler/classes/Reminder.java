package lyceum.scheduler.classes;

import java.time.Instant;
import java.time.LocalDateTime;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person or room about one class date.
 *
 * @param planned the date, as the rule planned it
 * @param starts when the class begins
 * @param kind seconds before the start, or below 0 the number of a change that is told, or {@link #AFTERWARDS}
 * @param note for a change: {@code moved} or {@code cancelled}, and when it was to begin before; afterwards where its recording is
 */
record Reminder(
        long id, long classId, LocalDateTime planned, Instant starts, To to, long kind, Instant due, String note) {
    /** A person with the platform where they like to be written to, or a room where {@code member} is 0; rooms have no platform here. */
    record To(long member, @Nullable RoomId room, String platform) {
        static To person(long member, String platform) {
            return new To(member, null, platform);
        }

        static To everybody(RoomId room) {
            return new To(0, room, "");
        }
    }

    /** The kind of what is told when a date is over. */
    static final long AFTERWARDS = Long.MIN_VALUE;

    /** A change rather than a reminder. */
    boolean isChange() {
        return kind < 0 && !isAfterwards();
    }

    boolean isAfterwards() {
        return kind == AFTERWARDS;
    }
}
