package lyceum.kernel.effect;

import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;

/**
 * Decides about what the platform's own filter holds. Doing it twice is the same as once.
 *
 * @param message as {@code NativeHold} named it
 * @param pass whether the platform shall let it through, else throw it away
 */
public record DecideHold(MessageId message, boolean pass, String ref) implements OnPlatform {
    @Override
    public RoomId room() {
        return message.room();
    }
}
