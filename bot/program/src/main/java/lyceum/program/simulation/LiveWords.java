package lyceum.program.simulation;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;

/** What somebody says now while others are caught up with: {@code live0}, {@code live1} ... */
final class LiveWords {
    private LiveWords() {}

    static MessagePosted posted(RoomId room, int number, Instant at) {
        MessageId message = new MessageId(room, "live-" + number);
        return new MessagePosted(
                new Key(room.platform(), message.value(), ""),
                message,
                new Speaker(new AuthorId(room.platform(), "ada"), "ada", null, Standing.FAN, false, Language.EN),
                Text.of("live" + number),
                List.of(),
                null,
                at);
    }
}
