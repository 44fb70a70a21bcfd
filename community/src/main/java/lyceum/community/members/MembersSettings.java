package lyceum.community.members;

import java.time.ZoneId;
import java.util.Map;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * What holds for people who have chosen nothing.
 *
 * @param languages of rooms in which another language than {@code language} is spoken
 */
public record MembersSettings(ZoneId zone, Language language, Map<RoomId, Language> languages) {
    public MembersSettings {
        languages = Map.copyOf(languages);
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
