package lyceum.community.bridge;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;

/**
 * Which rooms are joined, and how they are spoken to.
 *
 * @param name what the hub itself is called; nobody else is shown under it
 * @param zone in which times are written
 * @param language of rooms that are not in {@code languages}, except for the notice, which they get in both
 * @param moderators rooms that are told what could not be taken away
 * @param editsRepeated whether changed words are said once more where a copy cannot be changed
 * @param comings whether who comes into a room, and who leaves it, is told in the others
 * @param bots bots and webhooks of others whose words are repeated as people's are
 */
public record BridgeSettings(
        String name,
        List<Link> links,
        ZoneId zone,
        Language language,
        Map<RoomId, Language> languages,
        List<RoomId> moderators,
        boolean editsRepeated,
        boolean comings,
        Set<AuthorId> bots) {
    public BridgeSettings {
        links = List.copyOf(links);
        languages = Map.copyOf(languages);
        moderators = List.copyOf(moderators);
        bots = Set.copyOf(bots);
    }

    /** Without moderators' rooms, and bots of others. */
    public BridgeSettings(
            String name, List<Link> links, ZoneId zone, Language language, Map<RoomId, Language> languages) {
        this(name, links, zone, language, languages, List.of(), true, false, Set.of());
    }

    /** Whether what this speaker says is repeated; the words of bots are where they are named, so that two hubs never echo each other. */
    boolean repeats(Speaker speaker) {
        return !speaker.bot() || bots.contains(speaker.id());
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
