package lyceum.scheduler.announcements;

import java.util.List;
import java.util.Map;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * Where notes stand, how many of them, and when none.
 *
 * @param languages of rooms of which one language is known; the others get both
 * @param sponsors how many notes of sponsors there may be, all sponsors together
 * @param tips how many tips there may be
 */
public record NoteSettings(
        List<RoomId> rooms, Map<RoomId, Language> languages, Quota sponsors, Quota tips, Quiet quiet) {
    public NoteSettings {
        rooms = List.copyOf(rooms);
        languages = Map.copyOf(languages);
    }

    /** The most that go out in a day, and in a week that begins on Monday, both by the clock of whoever made the note. */
    public record Quota(int aDay, int aWeek) {}

    Quota quota(Note.Kind kind) {
        return switch (kind) {
            case SPONSOR -> sponsors;
            case TIP -> tips;
        };
    }
}
