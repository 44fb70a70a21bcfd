package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.world.Json;

/** The methods that send a message. */
final class Sending {
    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    private Sending() {}

    static Map<String, Method> methods() {
        return Map.of(
                "sendMessage",
                Sending::message,
                "sendPhoto",
                ask -> media(ask, "photo"),
                "sendDocument",
                ask -> media(ask, "document"),
                "sendVoice",
                ask -> media(ask, "voice"),
                "sendMediaGroup",
                Sending::album,
                "copyMessage",
                Sending::copy,
                "forwardMessage",
                Sending::forward,
                "sendPoll",
                ask -> Polls.send(ask),
                "stopPoll",
                ask -> Polls.stop(ask),
                "sendChatAction",
                Sending::action);
    }

    private static JsonNode message(Ask ask) {
        Formatted text = ask.text();
        Room room = ask.room();
        return new Envelope(ask).send(room, text, preview(ask));
    }

    static ObjectNode preview(Ask ask) {
        ObjectNode fields = Json.object();
        ObjectNode options = ask.args().object("link_preview_options", "can't parse link preview options JSON object");
        if (options != null) {
            fields.set("link_preview_options", options);
        }
        return fields;
    }

    private static JsonNode media(Ask ask, String kind) {
        Room room = ask.room();
        ObjectNode fields = new Media(ask).fields(kind, ask.args().text(kind));
        return new Envelope(ask).send(room, ask.caption(), fields);
    }

    private static JsonNode album(Ask ask) {
        Room room = ask.room();
        var items = ask.list("media", "can't parse media JSON object");
        if (items.size() < 2 || items.size() > 10) {
            throw ApiError.bad(
                    items.isEmpty()
                            ? "there are no messages to send"
                            : "wrong number of items in the album: " + items.size() + " items instead of 2-10");
        }
        String group = String.valueOf(ask.telegram().serial());
        var drafts = new java.util.ArrayList<Draft>();
        for (JsonNode item : items) {
            String kind = item.path("type").asText();
            if (!kind.equals("photo") && !kind.equals("document")) {
                throw ApiError.bad("type \"" + kind + "\" can't be used in sendMediaGroup");
            }
            ObjectNode fields = new Media(ask).fields(kind, item.path("media").asText());
            fields.put("media_group_id", group);
            Formatted caption = Ask.captioned(Ask.formatted(
                    item.path("caption").asText(""),
                    item.path("parse_mode").asText(""),
                    item.path("caption_entities")));
            drafts.add(new Envelope(ask).draft(room, caption, fields));
        }
        ArrayNode sent = Json.array();
        drafts.forEach(draft ->
                sent.add(new Messages(ask.telegram()).json(room, ask.telegram().post(room, draft))));
        return sent;
    }

    private static JsonNode copy(Ask ask) {
        Room from = ask.room("from_chat_id");
        Post post = ask.message(from, "message to copy");
        if (!post.said()) {
            throw ApiError.bad("message can't be copied");
        }
        Room room = ask.room();
        ObjectNode fields = content(post);
        boolean recaptioned = ask.args().values().containsKey("caption") && post.media() != null;
        Formatted body = recaptioned ? ask.caption() : post.body();
        Draft draft = new Envelope(ask).draft(room, body, fields);
        return Json.object().put("message_id", ask.telegram().post(room, draft).id);
    }

    private static JsonNode forward(Ask ask) {
        Room from = ask.room("from_chat_id");
        Post post = ask.message(from, "message to forward");
        if (!post.said() || post.fields().path("has_protected_content").asBoolean()) {
            throw ApiError.bad("message can't be forwarded");
        }
        ObjectNode fields = content(post);
        JsonNode origin = post.fields().get("forward_origin");
        fields.set("forward_origin", origin == null ? Envelope.origin(ask.telegram(), from, post) : origin);
        return new Envelope(ask).send(ask.room(), post.body(), fields);
    }

    /** What a message shows, without how it came there. */
    private static ObjectNode content(Post post) {
        ObjectNode fields = post.fields().deepCopy();
        fields.remove(java.util.List.of(
                "media_group_id", "quote", "external_reply", "forward_origin", "via_bot", "has_protected_content"));
        return fields;
    }

    private static JsonNode action(Ask ask) {
        Room room = ask.room();
        if (!ACTIONS.contains(ask.args().text("action"))) {
            throw ApiError.bad("wrong parameter action in request");
        }
        if (ask.args().text("action").equals("typing")) {
            Topic topic = room.topics().get(ask.thread(room));
            String place = room.face.name() + (topic == null ? "" : ":" + topic.name());
            ask.telegram()
                    .world()
                    .typists()
                    .type("telegram/" + place, ask.bot().account.name());
        }
        return BooleanNode.TRUE;
    }
}
