package lyceum.kernel.effect;

import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;

/**
 * Keeps a message of the hub in sight at the top of its room, without calling anybody, or lets go of it. Doing it twice is the same
 * as once; what people keep in sight themselves stays.
 */
public record Pin(MessageId message, boolean pinned, String ref) implements OnPlatform {
    @Override
    public RoomId room() {
        return message.room();
    }
}
