package lyceum.hub;

import lyceum.kernel.event.Key;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;

/** The people of a world: {@code ada} is the creator, {@code mei} a moderator, everybody else a fan. */
final class Accounts {
    private Accounts() {}

    static Key key(RoomId room, String nativeId, String revision) {
        return new Key(room.platform(), room.value() + "." + nativeId, revision);
    }

    static Speaker speaker(RoomId room, String who, boolean bot) {
        Standing standing = switch (who) {
            case "ada" -> Standing.CREATOR;
            case "mei" -> Standing.MODERATOR;
            default -> Standing.FAN;
        };
        return new Speaker(new AuthorId(room.platform(), who), who, null, standing, bot, null);
    }
}
