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
 * @param guards what keeps one rule or one moderator from doing much harm
 * @param evidenceKept how long the words and files of a case are kept once it is decided
 * @param hides whether a held message is also taken away where it was said until somebody decides
 */
public record ModerationSettings(
        List<RoomId> rooms,
        List<RoomId> places,
        Duration remindAfter,
        ZoneId zone,
        Language language,
        Map<RoomId, Language> languages,
        Guards guards,
        Duration evidenceKept,
        boolean hides) {
    static final Duration HALF_A_YEAR = Duration.ofDays(180);

    public ModerationSettings {
        places = List.copyOf(places);
        rooms = List.copyOf(rooms);
        languages = Map.copyOf(languages);
    }

    /** With the usual guards; what is held stays where it was said. */
    public ModerationSettings(
            List<RoomId> rooms,
            List<RoomId> places,
            Duration remindAfter,
            ZoneId zone,
            Language language,
            Map<RoomId, Language> languages) {
        this(rooms, places, remindAfter, zone, language, languages, Guards.USUAL, HALF_A_YEAR, false);
    }

    ModerationSettings guarded(Guards other) {
        return new ModerationSettings(
                rooms, places, remindAfter, zone, language, languages, other, evidenceKept, hides);
    }

    ModerationSettings hiding() {
        return new ModerationSettings(
                rooms, places, remindAfter, zone, language, languages, guards, evidenceKept, true);
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
