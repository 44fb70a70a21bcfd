package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** A topic of a forum; its id is that of the message that announced it. */
record Topic(long id, String name, int color, @Nullable String emoji, boolean closed) {
    static final int BLUE = 0x6FB9F0;

    Topic named(String other, @Nullable String otherEmoji) {
        return new Topic(id, other, color, otherEmoji, closed);
    }

    Topic closed(boolean isClosed) {
        return new Topic(id, name, color, emoji, isClosed);
    }

    /** The Bot API's ForumTopic. */
    ObjectNode json() {
        return face().put("message_thread_id", id);
    }

    /** Name and icon, as the message that announces it shows them. */
    ObjectNode face() {
        ObjectNode face = Json.object().put("name", name).put("icon_color", color);
        return emoji == null ? face : face.put("icon_custom_emoji_id", emoji);
    }

    ObjectNode stored() {
        return json().put("closed", closed);
    }

    static Topic restored(JsonNode line) {
        return new Topic(
                line.path("message_thread_id").asLong(),
                line.path("name").asText(),
                line.path("icon_color").asInt(),
                line.has("icon_custom_emoji_id")
                        ? line.path("icon_custom_emoji_id").asText()
                        : null,
                line.path("closed").asBoolean());
    }
}
