package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lyceum.sandbox.world.Json;

/** The Bot API's Message and Chat, as any bot sees them. */
record Messages(Telegram telegram) {

    ObjectNode json(Room room, Post post) {
        ObjectNode json = shallow(room, post);
        long replied = post.replyTo() != 0 ? post.replyTo() : post.thread();
        Post answered = replied == post.id ? null : room.post(replied);
        if (answered != null) {
            json.set("reply_to_message", shallow(room, answered));
        }
        return json;
    }

    private ObjectNode shallow(Room room, Post post) {
        ObjectNode json = Json.object().put("message_id", post.id);
        if (room.is(Room.Kind.CHANNEL)) {
            json.set("sender_chat", chat(room));
        } else {
            json.set("from", telegram.known(post.from()).json());
        }
        json.set("chat", chat(room));
        json.put("date", post.date);
        if (post.edited() != 0) {
            json.put("edit_date", post.edited());
        }
        if (post.thread() != 0) {
            json.put("message_thread_id", post.thread()).put("is_topic_message", true);
        }
        content(json, post);
        return json;
    }

    private void content(ObjectNode json, Post post) {
        boolean captioned = post.media() != null;
        if (!post.body().text().isEmpty()) {
            json.put(captioned ? "caption" : "text", post.body().text());
        }
        if (!post.body().entities().isEmpty()) {
            json.set(
                    captioned ? "caption_entities" : "entities",
                    EntityJson.write(post.body().entities(), telegram::account));
        }
        json.setAll(post.fields());
        ObjectNode keyboard = post.keyboard();
        if (keyboard != null) {
            json.set("reply_markup", keyboard);
        }
    }

    ObjectNode chat(Room room) {
        ObjectNode chat = Json.object().put("id", room.face.id());
        if (room.is(Room.Kind.PRIVATE)) {
            Account person = telegram.known(room.face.id());
            return chat.put("type", "private").put("first_name", person.name()).put("username", person.username());
        }
        chat.put("type", room.is(Room.Kind.CHANNEL) ? "channel" : "supergroup").put("title", room.title());
        if (room.open()) {
            chat.put("username", room.face.username());
        }
        return room.face.forum() ? chat.put("is_forum", true) : chat;
    }

    static ArrayNode reactions(List<String> emoji) {
        ArrayNode array = Json.array();
        emoji.forEach(one -> array.addObject().put("type", "emoji").put("emoji", one));
        return array;
    }
}
