package lyceum.hub;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;

/** What the rooms are called, as the platforms tell at each start. Any thread. */
final class RoomNames {
    private static final String ANSWERS = "/answers";

    private final Map<RoomId, String> names = new ConcurrentHashMap<>();

    void heard(Event event) {
        if (event instanceof RoomChanged changed) {
            names.put(changed.room(), changed.name());
        }
    }

    /** All rooms that have a name, in a lasting order. */
    Map<String, RoomId> rooms() {
        Map<String, RoomId> rooms = new TreeMap<>();
        names.keySet().forEach(room -> rooms.put(room.toString(), room));
        return rooms;
    }

    Say of(RoomId room) {
        String name = Optional.ofNullable(names.get(room)).orElse(room.value());
        return Phrase.of("hub.room-on", Text.of(name), platform(room.platform()));
    }

    /** A lane out, by the room that it leads to. */
    Say ofLane(String lane) {
        return lane.endsWith(ANSWERS)
                ? Phrase.of("hub.lane-answers", of(RoomId.parse(lane.substring(0, lane.length() - ANSWERS.length()))))
                : of(RoomId.parse(lane));
    }

    static Say platform(PlatformName name) {
        return switch (name.value()) {
            case "discord", "telegram", "twitch", "room", "console" -> Phrase.of("hub.on-" + name.value());
            default -> Text.of(name.value());
        };
    }
}
