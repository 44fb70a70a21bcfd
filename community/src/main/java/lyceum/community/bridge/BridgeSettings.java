package lyceum.community.bridge;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * Which rooms are joined, and how they are spoken to.
 *
 * @param name what the hub itself is called; nobody else is shown under it
 * @param zone in which times are written
 * @param language of rooms that are not in {@code languages}, except for the notice, which they get in both
 */
public record BridgeSettings(
        String name, List<Link> links, ZoneId zone, Language language, Map<RoomId, Language> languages) {
    public BridgeSettings {
        links = List.copyOf(links);
        languages = Map.copyOf(languages);
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
