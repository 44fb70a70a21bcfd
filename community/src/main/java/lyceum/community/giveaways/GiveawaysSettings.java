package lyceum.community.giveaways;

import java.util.List;
import java.util.Map;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * Where giveaways are held.
 *
 * @param rooms in which each giveaway is shown
 * @param languages of rooms in which another language than {@code language} is spoken
 */
public record GiveawaysSettings(List<RoomId> rooms, Language language, Map<RoomId, Language> languages) {
    public GiveawaysSettings {
        rooms = List.copyOf(rooms);
        languages = Map.copyOf(languages);
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
