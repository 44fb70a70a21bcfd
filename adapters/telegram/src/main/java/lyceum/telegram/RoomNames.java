package lyceum.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.event.Place.ThreadChanged;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/** What the rooms were called when they were last heard of, and which topics are closed. */
final class RoomNames {
    private final Map<RoomId, Heard.Title> titles = new ConcurrentHashMap<>();

    /** What to bring of it; nothing where it is no news, or where the room has no name. */
    List<Event> news(RoomId room, Heard.@Nullable Title title) {
        if (title == null) {
            return List.of();
        }
        Heard.Title old = titles.get(room);
        Heard.Title now = old == null ? title : old.then(title);
        if (now.equals(old)) {
            return List.of();
        }
        titles.put(room, now);
        List<Event> news = new ArrayList<>();
        if (old == null || !old.shown().equals(now.shown())) {
            news.add(new RoomChanged(room, now.shown()));
        }
        Address address = Address.of(room);
        if (address.thread() != 0) {
            news.add(new ThreadChanged(
                    room,
                    new Address(address.chat(), 0).room(),
                    now.topic() == null && now.open() != null ? "" : now.name(),
                    !Boolean.FALSE.equals(now.open()),
                    now.topic() != null || now.open() != null));
        }
        return news;
    }
}
