package lyceum.community.giveaways;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * Where giveaways are held.
 *
 * @param rooms in which each giveaway is shown
 * @param languages of rooms in which another language than {@code language} is spoken
 * @param alone whether an answer to a command is seen by nobody but the one who gave it
 * @param plans the titles of the plans that people can have, by name
 * @param merits what is known of whoever enters
 * @param beacon which new giveaways promise
 * @param site the address at which the public pages stand
 */
public record GiveawaysSettings(
        List<RoomId> rooms,
        Language language,
        Map<RoomId, Language> languages,
        Predicate<CommandInvoked> alone,
        Supplier<String> site,
        Map<String, String> plans,
        Merits.Source merits,
        BeaconSettings beacon) {
    public GiveawaysSettings {
        rooms = List.copyOf(rooms);
        languages = Map.copyOf(languages);
        plans = Map.copyOf(plans);
    }

    /** The address of a giveaway's public page. */
    String page(long id) {
        return site.get().replaceFirst("/$", "") + "/" + Giveaways.NAME + "/" + id;
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
