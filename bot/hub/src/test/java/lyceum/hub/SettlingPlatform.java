package lyceum.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lyceum.kernel.document.Plain;
import lyceum.kernel.effect.Schedule;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Schedules;
import lyceum.kernel.platform.Settles;
import org.jspecify.annotations.Nullable;

/** A platform in memory which can be read back, and which has a list of what is coming up. */
final class SettlingPlatform extends PlayedPlatform implements Settles, Schedules {
    /** What is read back where nothing says from where on. */
    private static final int PAGE = 100;

    private final Plain plain;

    SettlingPlatform(PlatformName name, Plain plain) {
        super(name, plain);
        this.plain = plain;
    }

    @Override
    public synchronized List<Optional<MessageId>> settle(
            RoomId room, @Nullable MessageId after, List<Attempt> unclear) {
        List<Line> all = lines(room);
        int from = after == null ? Math.max(0, all.size() - PAGE) : next(all, after);
        List<Line> since = new ArrayList<>(all.subList(from, all.size()));
        List<Optional<MessageId>> stands = new ArrayList<>();
        for (Attempt attempt : unclear) {
            String text = plain.text(attempt.post().document(), attempt.post().language())
                    .plain();
            Optional<Line> found =
                    since.stream().filter(line -> line.text().equals(text)).findFirst();
            found.ifPresent(since::remove);
            stands.add(found.map(Line::id));
        }
        return stands;
    }

    /** What is coming up stands among the admissions. */
    @Override
    public Outcome schedule(Schedule schedule) {
        return admission("schedule "
                + schedule.slots().stream()
                        .map(slot -> slot.key() + " " + slot.title() + " " + slot.starts() + " to " + slot.ends())
                        .collect(Collectors.joining("; ", "[", "]")));
    }

    private static int next(List<Line> lines, MessageId after) {
        return lines.stream().map(Line::id).toList().indexOf(after) + 1;
    }
}
