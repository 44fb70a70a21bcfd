package lyceum.community.members;

import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * What holds for people who have chosen nothing.
 *
 * @param languages of rooms in which another language than {@code language} is spoken
 * @param alone whether nobody else sees what a command is answered
 */
public record MembersSettings(
        ZoneId zone, Language language, Map<RoomId, Language> languages, Predicate<CommandInvoked> alone) {
    /** Where every answer is seen by whoever asked alone. */
    public MembersSettings(ZoneId zone, Language language, Map<RoomId, Language> languages) {
        this(zone, language, languages, _ -> true);
    }

    public MembersSettings {
        languages = Map.copyOf(languages);
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
