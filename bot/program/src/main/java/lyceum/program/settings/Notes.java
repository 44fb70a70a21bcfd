package lyceum.program.settings;

import java.util.List;
import java.util.Map;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.scheduler.announcements.NoteSettings;
import lyceum.scheduler.announcements.Quiet;

/**
 * How many sponsors' notes and tips go out, and when none.
 *
 * @param quiet the hours without any, by the clock of whoever made the note
 */
public record Notes(int sponsorsDaily, int sponsorsWeekly, int tipsDaily, int tipsWeekly, Hours quiet) {
    private static final int MOST = 50;

    public Notes {
        for (int most : List.of(sponsorsDaily, sponsorsWeekly, tipsDaily, tipsWeekly)) {
            if (most < 0 || most > MOST) {
                throw new IllegalArgumentException(
                        "the numbers of notes are from 0 to %d\n提示的条数为 0 到 %1$d".formatted(MOST));
            }
        }
    }

    /** The same for the feature. */
    public NoteSettings in(List<RoomId> rooms, Map<RoomId, Language> languages) {
        return new NoteSettings(
                rooms,
                languages,
                new NoteSettings.Quota(sponsorsDaily, sponsorsWeekly),
                new NoteSettings.Quota(tipsDaily, tipsWeekly),
                new Quiet(quiet.from(), quiet.to()));
    }

    static Notes defaults() {
        return new Notes(1, 3, 2, 7, Hours.parse("22:00-08:00"));
    }
}
