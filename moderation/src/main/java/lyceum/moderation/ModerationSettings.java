package lyceum.moderation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * How this community is moderated.
 *
 * @param rooms of the moderators: held messages are shown there
 * @param remindAfter how long nobody may have decided before the moderators are reminded, once
 * @param zone in which the moderators are told times
 * @param places where people are kept from speaking: one room of each guild, group or channel
 * @param language of rooms that are not in {@code languages}
 */
public record ModerationSettings(
        List<RoomId> rooms,
        List<RoomId> places,
        Duration remindAfter,
        ZoneId zone,
        Language language,
        Map<RoomId, Language> languages) {
    public ModerationSettings {
        places = List.copyOf(places);
        rooms = List.copyOf(rooms);
        languages = Map.copyOf(languages);
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
