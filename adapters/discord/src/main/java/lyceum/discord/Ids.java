package lyceum.discord;

import java.time.Instant;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;

/** Discord's snowflakes as the kernel's ids. */
final class Ids {
    static final PlatformName DISCORD = new PlatformName("discord");

    private static final long EPOCH_MILLIS = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;

    private Ids() {}

    static RoomId room(String channel) {
        return new RoomId(DISCORD, channel);
    }

    static MessageId message(String channel, String id) {
        return new MessageId(room(channel), id);
    }

    /** When the thing with this id came to be. */
    static Instant born(String snowflake) {
        return Instant.ofEpochMilli((Long.parseUnsignedLong(snowflake) >>> TIME_SHIFT) + EPOCH_MILLIS);
    }

    /** Whether the first id is the younger one. */
    static boolean after(String id, String other) {
        return compare(id, other) > 0;
    }

    /** From the oldest to the youngest. */
    static int compare(String id, String other) {
        return Long.compareUnsigned(Long.parseUnsignedLong(id), Long.parseUnsignedLong(other));
    }
}
