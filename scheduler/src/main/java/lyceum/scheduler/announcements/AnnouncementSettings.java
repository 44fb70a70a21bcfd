package lyceum.scheduler.announcements;

import java.util.List;
import java.util.Map;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * Where announcements stand.
 *
 * @param languages of rooms of which one language is known; the others get both
 */
public record AnnouncementSettings(List<RoomId> rooms, Map<RoomId, Language> languages) {
    public AnnouncementSettings {
        rooms = List.copyOf(rooms);
        languages = Map.copyOf(languages);
    }
}
