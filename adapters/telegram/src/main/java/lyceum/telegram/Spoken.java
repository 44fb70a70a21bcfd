package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import lyceum.kernel.document.Text;

/** Messages that say something without words of their own, in words: a sticker is its emoji, a poll its question and options. */
final class Spoken {
    private Spoken() {}

    static Text words(JsonNode message) {
        if (message.has("sticker")) {
            String emoji = Fields.words(message.path("sticker"), "emoji");
            return Text.of(emoji.isEmpty() ? "🖼" : emoji);
        }
        return message.has("poll") ? poll(message.path("poll")) : Text.EMPTY;
    }

    /** A line that says from whom it is forwarded; empty where it is not. */
    static Text forwarded(JsonNode message) {
        JsonNode origin = message.path("forward_origin");
        JsonNode from = origin.path("sender_user").isObject()
                ? origin.path("sender_user")
                : origin.path("sender_chat").isObject() ? origin.path("sender_chat") : origin.path("chat");
        String name = Speakers.name(from, Fields.words(origin, "sender_user_name"));
        return name.isEmpty() || Fields.is(message, "is_automatic_forward") ? Text.EMPTY : Text.of("↪ " + name + "\n");
    }

    private static Text poll(JsonNode poll) {
        StringBuilder words = new StringBuilder("📊 ").append(Fields.words(poll, "question"));
        for (JsonNode option : poll.path("options")) {
            words.append("\n• ").append(Fields.words(option, "text"));
        }
        return Text.of(words.toString());
    }
}
