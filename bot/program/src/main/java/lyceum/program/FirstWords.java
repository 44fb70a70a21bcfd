package lyceum.program;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;

/** What nobody said: a message for a hub to go through before the first real one comes. */
final class FirstWords {
    private FirstWords() {}

    static Event in(RoomId room, Instant now) {
        PlatformName platform = room.platform();
        Speaker nobody =
                new Speaker(new AuthorId(platform, "rehearsal"), "rehearsal", null, Standing.FAN, false, Language.EN);
        return new MessagePosted(
                new Key(platform, "rehearsal-" + room.value(), ""),
                new MessageId(room, "rehearsal"),
                nobody,
                Text.of("How do I sort a list? 老师，请问今天几点上课？"),
                List.of(),
                null,
                now);
    }
}
