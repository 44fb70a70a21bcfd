package lyceum.community.polls;

import java.util.List;
import java.util.Map;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * Where polls are held.
 *
 * @param rooms in which each poll is shown
 * @param languages of rooms in which another language than {@code language} is spoken
 */
public record PollsSettings(List<RoomId> rooms, Language language, Map<RoomId, Language> languages) {
    public PollsSettings {
        rooms = List.copyOf(rooms);
        languages = Map.copyOf(languages);
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
