package lyceum.telegram;

import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * A room as Telegram names it: a chat, or a topic of one. As a {@link RoomId} it is written {@code -1001000000001} or
 * {@code -1001000000001.5}.
 *
 * @param thread the topic, or 0 for the chat itself
 */
record Address(long chat, int thread) {
    static final PlatformName TELEGRAM = new PlatformName("telegram");

    static Address of(RoomId room) {
        String value = room.value();
        int dot = value.indexOf('.');
        if (dot < 0) {
            return new Address(Long.parseLong(value), 0);
        }
        return new Address(Long.parseLong(value.substring(0, dot)), Integer.parseInt(value.substring(dot + 1)));
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
