package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** Something that gateway sessions are told; its body is encoded once, by the first writer that needs it. */
final class Event {
    private final String type;
    private final long intents;
    private final ObjectNode body;
    private final long author;
    private final boolean direct;
    private volatile @Nullable String whole;
    private volatile @Nullable String bare;

    private Event(String type, long intents, ObjectNode body, long author, boolean direct) {
        this.type = type;
        this.intents = intents;
        this.body = body;
        this.author = author;
        this.direct = direct;
    }

    /** An event that is sent to whoever has one of these intents; 0 for an event that needs none. */
    static Event of(String type, long intents, ObjectNode body) {
        return new Event(type, intents, body, 0, false);
    }

    /** A message event: its content is only for the author, for whom it mentions, and for sessions with MESSAGE_CONTENT. */
    static Event ofMessage(String type, boolean direct, ObjectNode body, long author) {
        return new Event(type, direct ? Intents.DIRECT_MESSAGES : Intents.GUILD_MESSAGES, body, author, direct);
    }

    String type() {
        return type;
    }

    boolean wantedWith(long sessionIntents) {
        return intents == 0 || (intents & sessionIntents) != 0;
    }

    /** The body for a session, as JSON. */
    String bodyFor(long sessionIntents, long bot) {
        boolean full = author == 0
                || direct
                || author == bot
                || (sessionIntents & Intents.MESSAGE_CONTENT) != 0
                || mentions(bot);
        return full ? whole() : bare();
    }

    private boolean mentions(long bot) {
        String id = Long.toString(bot);
        for (var user : body.path("mentions")) {
            if (user.path("id").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private String whole() {
        String known = whole;
        if (known == null) {
            known = text(body);
            whole = known;
        }
        return known;
    }

    private String bare() {
        String known = bare;
        if (known == null) {
            ObjectNode stripped = body.objectNode();
            stripped.setAll(body);
            stripped.put("content", "");
            stripped.putArray("embeds");
            stripped.putArray("attachments");
            stripped.putArray("components");
            stripped.remove("poll");
            known = text(stripped);
            bare = known;
        }
        return known;
    }

    private static String text(ObjectNode node) {
        return new String(Json.bytes(node), StandardCharsets.UTF_8);
    }
}
