package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.world.Json;

/** What all methods that send share: the chat, the topic, what is answered, the keyboard, the right to send. */
record Envelope(Ask ask) {

    /** Sends one message and answers it. */
    JsonNode send(Room room, Formatted body, ObjectNode fields) {
        return new Messages(ask.telegram()).json(room, ask.telegram().post(room, draft(room, body, fields)));
    }

    Draft draft(Room room, Formatted body, ObjectNode fields) {
        permitted(room, fields);
        if (ask.args().flag("protect_content")) {
            fields.put("has_protected_content", true);
        }
        long thread = ask.thread(room);
        Draft draft = new Draft(ask.bot().id(), body, fields, thread, 0, Keyboards.inline(ask.args()));
        return answering(room, draft);
    }

    private void permitted(Room room, ObjectNode fields) {
        if (room.is(Room.Kind.CHANNEL)) {
            ask.needs(room, "can_post_messages", "need administrator rights in the channel chat");
        } else if (room.is(Room.Kind.SUPERGROUP)) {
            Membership mine = ask.mine(room);
            if (room.silences(mine)) {
                throw ApiError.bad("not enough rights to send text messages to the chat");
            }
            for (String media : List.of("photo", "document", "voice")) {
                if (fields.has(media)
                        && !mine.may("can_send_" + (media.equals("voice") ? "voice_note" : media) + "s")) {
                    throw ApiError.bad("not enough rights to send " + media + "s to the chat");
                }
            }
        }
    }

    private Draft answering(Room room, Draft draft) {
        ObjectNode reply = ask.args().object("reply_parameters", "can't parse reply parameters JSON object");
        long id = reply == null
                ? ask.args().number("reply_to_message_id", 0)
                : reply.path("message_id").asLong();
        if (id == 0) {
            return draft;
        }
        boolean lenient = reply == null
                ? ask.args().flag("allow_sending_without_reply")
                : reply.path("allow_sending_without_reply").asBoolean(false);
        Room other = reply == null ? room : repliedRoom(room, reply);
        Post answered = other.post(id);
        if (answered == null) {
            if (lenient) {
                return draft;
            }
            throw ApiError.bad("message to be replied not found");
        }
        if (reply != null && reply.hasNonNull("quote")) {
            draft = draft.with(quoted(draft.fields(), answered, reply));
        }
        return other == room
                ? sameTopic(room, draft, answered)
                : draft.with(elsewhere(draft.fields(), other, answered));
    }

    /** An answer without a topic of its own stands in that of the message it answers. */
    private Draft sameTopic(Room room, Draft draft, Post answered) {
        boolean open = draft.thread() == 0 && room.face.forum() && !ask.args().has("message_thread_id");
        return (open ? draft.in(answered.thread()) : draft).answering(answered.id);
    }

    private Room repliedRoom(Room room, ObjectNode reply) {
        return reply.hasNonNull("chat_id")
                ? new Ask(ask.telegram(), ask.bot(), ask.args().with(java.util.Map.of("chat_id", reply.get("chat_id"))))
                        .room()
                : room;
    }

    private static ObjectNode quoted(ObjectNode fields, Post answered, ObjectNode reply) {
        Formatted quote = Ask.formatted(
                reply.path("quote").asText(), reply.path("quote_parse_mode").asText(""), reply.path("quote_entities"));
        int position = answered.body().text().indexOf(quote.text());
        if (position < 0) {
            throw ApiError.bad("QUOTE_TEXT_INVALID");
        }
        ObjectNode json = fields.putObject("quote")
                .put("text", quote.text())
                .put("position", position)
                .put("is_manual", true);
        if (!quote.entities().isEmpty()) {
            json.set("entities", EntityJson.write(quote.entities(), id -> null));
        }
        return fields;
    }

    private ObjectNode elsewhere(ObjectNode fields, Room other, Post answered) {
        ObjectNode external = fields.putObject("external_reply").put("message_id", answered.id);
        external.set("origin", origin(ask.telegram(), other, answered));
        external.set("chat", new Messages(ask.telegram()).chat(other));
        return fields;
    }

    /** The Bot API's MessageOrigin of a message. */
    static ObjectNode origin(Telegram telegram, Room room, Post post) {
        ObjectNode origin = Json.object().put("date", post.date);
        if (room.is(Room.Kind.CHANNEL)) {
            origin.put("type", "channel").put("message_id", post.id);
            origin.set("chat", new Messages(telegram).chat(room));
        } else {
            origin.put("type", "user");
            origin.set("sender_user", telegram.known(post.from()).json());
        }
        return origin;
    }
}
