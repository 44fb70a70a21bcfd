package lyceum.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that people see in a room became different.
 *
 * @param room the room's name in calls, {@code private} for a conversation with a bot
 * @param message the message it is about, or null where it is about none
 * @param who the name that people see beside the message
 * @param text what the message says after the change; empty for a kind that is about no text
 * @param bot whether a bot or webhook said it
 * @param nanos {@link System#nanoTime()} of when it stood
 */
public record Change(
        String platform,
        String room,
        @Nullable String message,
        Kind kind,
        String who,
        String text,
        boolean bot,
        long nanos) {

    /** What happened to the message; OTHER is a reaction, a key, a pin, or a message that one person alone sees. */
    public enum Kind {
        POSTED,
        EDITED,
        DELETED,
        OTHER
    }

    /** As one line of JSON. */
    public String line() {
        return new String(Json.bytes(json()), StandardCharsets.UTF_8);
    }

    private ObjectNode json() {
        return Json.object()
                .put("platform", platform)
                .put("room", room)
                .put("message", message)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("who", who)
                .put("text", text)
                .put("bot", bot)
                .put("nanos", nanos);
    }
}
