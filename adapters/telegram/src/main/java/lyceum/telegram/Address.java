package lyceum.telegram;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * A room as Telegram names it: a chat, or a topic of one. As a {@link RoomId} it is written {@code -1001000000001} or
 * {@code -1001000000001.5}. A private chat has the number of the person, so that {@link RoomId#privateWith} needs no asking.
 *
 * @param thread the topic, or 0 for the chat itself
 */
record Address(long chat, int thread) {
    static final PlatformName TELEGRAM = new PlatformName("telegram");

    private static final Pattern WRITTEN = Pattern.compile("@?(-?\\d{1,18})(?:\\.(\\d{1,9}))?");

    /** @throws IllegalArgumentException where the room is none of Telegram's */
    static Address of(RoomId room) {
        Matcher parts = WRITTEN.matcher(room.value());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a room of Telegram is written telegram:-1001000000001, and a topic of it"
                            + " telegram:-1001000000001.5, not " + room);
        }
        int thread = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return new Address(Long.parseLong(parts.group(1)), thread);
    }

    static int number(MessageId message) {
        return Integer.parseInt(message.value());
    }

    RoomId room() {
        return new RoomId(TELEGRAM, thread == 0 ? Long.toString(chat) : chat + "." + thread);
    }

    MessageId message(int number) {
        return new MessageId(room(), Integer.toString(number));
    }

    /** Null where the message goes to the chat itself. */
    @Nullable
    Integer threadOrNull() {
        return thread == 0 ? null : thread;
    }

    /** Whether other people than one are there: groups and channels have negative ids. */
    boolean isShared() {
        return chat < 0;
    }
}
