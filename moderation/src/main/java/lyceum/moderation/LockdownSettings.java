package lyceum.moderation;

import java.util.List;
import java.util.Map;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * Where a lockdown is told.
 *
 * @param rooms that are read elsewhere
 * @param language of rooms that are not in {@code languages}
 */
public record LockdownSettings(List<RoomId> rooms, Language language, Map<RoomId, Language> languages) {
    public LockdownSettings {
        rooms = List.copyOf(rooms);
        languages = Map.copyOf(languages);
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
