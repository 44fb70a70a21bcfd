package lyceum.scheduler.classes;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/**
 * Where classes are announced, and how fast people may be told.
 *
 * @param community its name, as it stands on certificates and in calendars
 * @param rooms those that are told of every class, beside the one where it was made
 * @param languages of rooms in which another language than {@code language} is spoken
 * @param pace private messages a second for each platform, below what the platform allows, so that talk is not held up; a platform
 *     that is missing has no limit
 */
public record ClassesSettings(
        String community,
        List<RoomId> rooms,
        Language language,
        Map<RoomId, Language> languages,
        Map<PlatformName, Integer> pace) {
    /** Telegram takes 30 a second in all, Discord 50. */
    public static final Map<PlatformName, Integer> DOCUMENTED_PACE =
            Map.of(new PlatformName("telegram"), 25, new PlatformName("discord"), 20);

    public ClassesSettings {
        rooms = List.copyOf(rooms);
        languages = Map.copyOf(languages);
        pace = Map.copyOf(pace);
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }

    /** Null for no limit. */
    @Nullable
    Integer pace(String platform) {
        return platform.isEmpty() ? null : pace.get(new PlatformName(platform));
    }

    ZoneId zone(LiveClass of) {
        return of.recurrence().zone();
    }
}
