package lyceum.javacord;

import java.time.Instant;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import org.javacord.api.entity.message.Message;

/** Javacord's numbers as the kernel's ids, the same as any other driver for Discord makes. */
final class Ids {
    static final PlatformName DISCORD = new PlatformName("discord");

    private Ids() {}

    static RoomId room(long channel) {
        return new RoomId(DISCORD, Long.toUnsignedString(channel));
    }

    static MessageId message(long channel, long id) {
        return new MessageId(room(channel), Long.toUnsignedString(id));
    }

    static MessageId of(Message message) {
        return message(message.getChannel().getId(), message.getId());
    }

    static AuthorId author(long user) {
        return new AuthorId(DISCORD, Long.toUnsignedString(user));
    }

    static long number(String id) {
        return Long.parseUnsignedLong(id);
    }

    /** When the thing with this id came to be. */
    static Instant born(long id) {
        return org.javacord.api.entity.DiscordEntity.getCreationTimestamp(id);
    }
}
