package lyceum.telegram;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/** What the rooms were called when they were last heard of. */
final class RoomNames {
    private final Map<RoomId, Heard.Title> titles = new ConcurrentHashMap<>();

    /** The event to bring where this is news; null where it is not, or where the room has no name. */
    @Nullable
    RoomChanged news(RoomId room, Heard.@Nullable Title title) {
        if (title == null) {
            return null;
        }
        Heard.Title old = titles.get(room);
        Heard.Title now = old != null && title.topic() == null ? new Heard.Title(title.chat(), old.topic()) : title;
        if (now.equals(old)) {
            return null;
        }
        titles.put(room, now);
        return new RoomChanged(room, now.topic() == null ? now.chat() : now.chat() + " / " + now.topic());
    }
}
