package lyceum.community.members.access;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * What there is to have.
 *
 * @param plans as they are offered, best first
 * @param rooms of those who decide: there the breaker asks, and what a platform refuses is told
 * @param languages of rooms in which another language than {@code language} is spoken
 * @param alone whether nobody else sees where a command was given
 */
public record AccessSettings(
        List<Plan> plans,
        List<RoomId> rooms,
        Language language,
        Map<RoomId, Language> languages,
        Predicate<CommandInvoked> alone) {
    public AccessSettings {
        plans = List.copyOf(plans);
        rooms = List.copyOf(rooms);
        languages = Map.copyOf(languages);
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
