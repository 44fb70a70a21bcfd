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

    /** A lane out, by the room that it leads to; several lead to one, each for a purpose. */
    Say ofLane(String lane) {
        int purpose = lane.indexOf('/');
        if (purpose < 0) {
            return of(RoomId.parse(lane));
        }
        Say room = of(RoomId.parse(lane.substring(0, purpose)));
        return switch (lane.substring(purpose)) {
            case Row.EARLIER -> Phrase.of("hub.lane-earlier", room);
            case Row.PAYMENTS -> Phrase.of("hub.lane-payments", room);
            case Row.SCHEDULE -> Phrase.of("hub.lane-schedule", room);
            default -> Phrase.of("hub.lane-answers", room);
        };
    }

    static Say platform(PlatformName name) {
        return switch (name.value()) {
            case "discord", "telegram", "twitch", "room", "console" -> Phrase.of("hub.on-" + name.value());
            default -> Text.of(name.value());
        };
    }
}
