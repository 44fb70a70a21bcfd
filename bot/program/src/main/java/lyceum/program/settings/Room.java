package lyceum.program.settings;

import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;

/**
 * A room as the file names it: {@code discord:ID} or {@code telegram:ID}, a topic of Telegram's as {@code telegram:ID.TOPIC}, a live
 * room as {@code room:NAME}.
 */
public record Room(RoomId id) {
    public static Room parse(String text) {
        String shape = switch (text.substring(0, Math.max(0, text.indexOf(':')))) {
            case "discord" -> "discord:[0-9]{1,20}";
            case "telegram" -> "telegram:-?[0-9]{1,19}(\\.[0-9]{1,19})?";
            case "room" -> "room:[a-z0-9-]{1,32}";
            default -> "";
        };
        if (!text.matches(shape)) {
            throw new IllegalArgumentException(
                    "'%s' is not a room; write discord:ID or telegram:ID with the digits of its id, or room:NAME\n“%1$s”不是房间；请写 discord:ID 或 telegram:ID（ID 为数字），或 room:NAME"
                            .formatted(text));
        }
        int colon = text.indexOf(':');
        return new Room(new RoomId(new PlatformName(text.substring(0, colon)), text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
