package lyceum.kernel.event;

import java.time.Instant;
import java.util.Map;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/** What people ask the hub to do. Its adapter has met the platform's deadline before the event is heard. */
public sealed interface Asking extends Event {
    @Override
    Speaker speaker();

    ReplyToken reply();

    /**
     * A command was given.
     *
     * @param command its English name, whatever alias was typed
     * @param options by option name, as typed; a missing option is absent
     * @param about the message that the command was a reply to, or null
     */
    record CommandInvoked(
            Key key,
            Speaker speaker,
            RoomId room,
            String command,
            Map<String, String> options,
            @Nullable MessageId about,
            ReplyToken reply,
            Instant at)
            implements Asking {
        public CommandInvoked {
            options = Map.copyOf(options);
        }
    }

    /** A button or inline key under {@code message} was pressed; {@code choice} is the id its feature gave it. */
    record ChoiceMade(Key key, Speaker speaker, MessageId message, String choice, ReplyToken reply, Instant at)
            implements Asking {}
}
