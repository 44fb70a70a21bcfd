package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import org.jspecify.annotations.Nullable;

/** The methods about topics. */
final class Forums {
    private static final int LONGEST_NAME = 128;
    private static final Set<Long> COLORS =
            Set.of(7_322_096L, 16_766_590L, 13_338_331L, 9_367_192L, 16_749_490L, 16_478_047L);

    private Forums() {}

    static Map<String, Method> methods() {
        return Map.of(
                "createForumTopic", Forums::create,
                "editForumTopic", Forums::edit,
                "closeForumTopic", ask -> close(ask, true),
                "reopenForumTopic", ask -> close(ask, false),
                "deleteForumTopic", Forums::delete);
    }

    private static Room forum(Ask ask) {
        Room room = ask.room();
        if (!room.face.forum()) {
            throw ApiError.bad("the chat is not a forum");
        }
        ask.needs(room, "can_manage_topics", "not enough rights to create a topic");
        return room;
    }

    private static JsonNode create(Ask ask) {
        Room room = forum(ask);
        long color = ask.args().number("icon_color", Topic.BLUE);
        if (!COLORS.contains(color)) {
            throw ApiError.bad("wrong icon color specified");
        }
        String emoji = ask.args().has("icon_custom_emoji_id") ? ask.args().text("icon_custom_emoji_id") : null;
        return create(ask.telegram(), room, ask.bot().account, new Look(name(ask), (int) color, emoji))
                .json();
    }

    /** How a topic looks. */
    record Look(String name, int color, @Nullable String emoji) {}

    static Topic create(Telegram telegram, Room room, Account by, Look look) {
        Topic topic = new Topic(room.lastId() + 1, look.name(), look.color(), look.emoji(), false);
        room.topics().put(topic.id(), topic);
        telegram.store().furnished(room);
        ObjectNode fields = Json.object();
        fields.set("forum_topic_created", topic.face());
        telegram.post(room, Draft.service(by.id(), fields).in(topic.id()));
        return topic;
    }

    private static String name(Ask ask) {
        String name = ask.args().text("name").strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw ApiError.bad(name.isEmpty() ? "title is empty" : "TOPIC_TITLE_TOO_LONG");
        }
        return name;
    }

    private static Topic topic(Ask ask, Room room) {
        Topic topic = room.topics().get(ask.args().number("message_thread_id", 0));
        if (topic == null) {
            throw ApiError.bad("TOPIC_ID_INVALID");
        }
        return topic;
    }

    private static JsonNode edit(Ask ask) {
        Room room = forum(ask);
        Topic topic = topic(ask, room);
        String emoji = ask.args().has("icon_custom_emoji_id") ? ask.args().text("icon_custom_emoji_id") : topic.emoji();
        Topic other = topic.named(ask.args().has("name") ? name(ask) : topic.name(), emoji);
        if (other.equals(topic)) {
            throw ApiError.bad("TOPIC_NOT_MODIFIED");
        }
        ObjectNode fields = Json.object();
        fields.putObject("forum_topic_edited").put("name", other.name());
        return changed(ask.telegram(), new Turned(room, other, ask.bot().id(), fields));
    }

    private static JsonNode close(Ask ask, boolean closed) {
        Room room = forum(ask);
        Topic topic = topic(ask, room);
        if (topic.closed() == closed) {
            throw ApiError.bad("TOPIC_NOT_MODIFIED");
        }
        ObjectNode fields = Json.object();
        fields.putObject(closed ? "forum_topic_closed" : "forum_topic_reopened");
        return changed(
                ask.telegram(), new Turned(room, topic.closed(closed), ask.bot().id(), fields));
    }

    /** A topic as it is from now on, who made it so, and what the message says that tells of it. */
    private record Turned(Room room, Topic topic, long by, ObjectNode fields) {}

    private static JsonNode changed(Telegram telegram, Turned turned) {
        Topic topic = turned.topic();
        turned.room().topics().put(topic.id(), topic);
        telegram.store().furnished(turned.room());
        telegram.post(turned.room(), Draft.service(turned.by(), turned.fields()).in(topic.id()));
        return BooleanNode.TRUE;
    }

    /** Somebody calls a topic by another name, or closes or opens it. */
    static JsonNode thread(Telegram telegram, Call call) {
        Place place = Place.of(telegram, call);
        Room room = place.room();
        Topic topic = Optional.ofNullable(room.topics().get(Place.thread(room, call.room())))
                .orElseThrow(() -> Refused.conflict(call.room() + " is no topic"));
        String title = call.maybe("title").orElse(topic.name());
        if (!title.equals(topic.name())) {
            ObjectNode fields = Json.object();
            fields.putObject("forum_topic_edited").put("name", title);
            topic = topic.named(title, topic.emoji());
            changed(telegram, new Turned(room, topic, place.person().id(), fields));
        }
        if (call.body().has("open") && topic.closed() == call.flag("open")) {
            ObjectNode fields = Json.object();
            fields.putObject(call.flag("open") ? "forum_topic_reopened" : "forum_topic_closed");
            changed(
                    telegram,
                    new Turned(
                            room,
                            topic.closed(!call.flag("open")),
                            place.person().id(),
                            fields));
        }
        return Json.object();
    }

    private static JsonNode delete(Ask ask) {
        Room room = forum(ask);
        Topic topic = topic(ask, room);
        room.topics().remove(topic.id());
        room.posts().stream()
                .filter(post -> post.thread() == topic.id())
                .forEach(post -> ask.telegram().remove(room, post.id));
        ask.telegram().store().furnished(room);
        return BooleanNode.TRUE;
    }
}
