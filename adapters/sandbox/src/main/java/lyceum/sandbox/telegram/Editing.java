package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lyceum.sandbox.telegram.text.Formatted;
import org.jspecify.annotations.Nullable;

/** The methods that change, delete, pin or react to a message. */
final class Editing {
    private static final long DELETABLE = 48 * 3600;
    private static final Set<String> EMOJI = Set.of(
            "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
                    .split(" "));

    private Editing() {}

    static Map<String, Method> methods() {
        return Map.ofEntries(
                Map.entry("editMessageText", Editing::text),
                Map.entry("editMessageCaption", Editing::caption),
                Map.entry("editMessageReplyMarkup", Editing::keyboard),
                Map.entry("deleteMessage", Editing::delete),
                Map.entry("deleteMessages", Editing::deleteMany),
                Map.entry("setMessageReaction", Editing::react),
                Map.entry("pinChatMessage", Editing::pin),
                Map.entry("unpinChatMessage", Editing::unpin),
                Map.entry("unpinAllChatMessages", Editing::unpinAll));
    }

    private static Post editable(Ask ask, Room room) {
        Post post = ask.message(room, "message to edit");
        boolean inChannel = room.is(Room.Kind.CHANNEL) && ask.mine(room).may("can_edit_messages");
        if ((post.from() != ask.bot().id() && !inChannel) || !post.said()) {
            throw ApiError.bad("message can't be edited");
        }
        return post;
    }

    private static JsonNode text(Ask ask) {
        if (ask.args().has("inline_message_id")) {
            throw ApiError.bad("MESSAGE_ID_INVALID");
        }
        Formatted text = ask.text();
        Room room = ask.room();
        Post post = editable(ask, room);
        if (post.media() != null || post.fields().has("poll")) {
            throw ApiError.bad("there is no text in the message to edit");
        }
        ObjectNode fields = post.fields().deepCopy();
        if (ask.args().has("link_preview_options")) {
            fields.setAll(Sending.preview(ask));
        }
        return edited(ask, room, post, text, fields);
    }

    private static JsonNode caption(Ask ask) {
        Room room = ask.room();
        Post post = editable(ask, room);
        if (post.media() == null) {
            throw ApiError.bad("there is no caption in the message to edit");
        }
        return edited(ask, room, post, ask.caption(), post.fields());
    }

    private static JsonNode edited(Ask ask, Room room, Post post, Formatted body, ObjectNode fields) {
        ObjectNode keyboard = Keyboards.inline(ask.args());
        boolean same =
                body.equals(post.body()) && fields.equals(post.fields()) && Objects.equals(keyboard, post.keyboard());
        if (same) {
            throw unchanged();
        }
        post.rewrite(body, fields, (int) ask.telegram().now());
        post.rekey(keyboard);
        ask.telegram().changed(room, post, true);
        return new Messages(ask.telegram()).json(room, post);
    }

    private static ApiError unchanged() {
        return ApiError.bad("message is not modified: specified new message content and reply markup are exactly the "
                + "same as a current content and reply markup of the message");
    }

    private static JsonNode keyboard(Ask ask) {
        Room room = ask.room();
        Post post = editable(ask, room);
        ObjectNode keyboard = Keyboards.inline(ask.args());
        if (Objects.equals(keyboard, post.keyboard())) {
            throw unchanged();
        }
        post.rekey(keyboard);
        ask.telegram().changed(room, post, false);
        return new Messages(ask.telegram()).json(room, post);
    }

    private static JsonNode delete(Ask ask) {
        Room room = ask.room();
        Post post = ask.message(room, "message to delete");
        if (!deletable(ask, room, post)) {
            throw ApiError.bad("message can't be deleted");
        }
        ask.telegram().remove(room, post.id);
        return BooleanNode.TRUE;
    }

    /** Its own and, with the right to it, others' messages of the last 48 hours, but for what announces a topic. */
    private static boolean deletable(Ask ask, Room room, Post post) {
        boolean young = ask.telegram().now() - post.date < DELETABLE;
        boolean own = post.from() == ask.bot().id();
        return switch (room.face.kind()) {
            case PRIVATE -> young;
            case SUPERGROUP, CHANNEL ->
                young
                        && !post.fields().has("forum_topic_created")
                        && (own || ask.mine(room).may("can_delete_messages"));
        };
    }

    private static JsonNode deleteMany(Ask ask) {
        Room room = ask.room();
        List<JsonNode> ids = ask.list("message_ids", "message identifiers are not specified");
        if (ids.isEmpty()) {
            throw ApiError.bad("message identifiers are not specified");
        }
        if (ids.size() > 100) {
            throw ApiError.bad("too many message identifiers specified");
        }
        List<Post> found = new ArrayList<>();
        for (JsonNode id : ids) {
            Post post = room.post(id.asLong());
            if (post != null) {
                found.add(post);
            }
        }
        if (!found.stream().allMatch(post -> deletable(ask, room, post))) {
            throw ApiError.bad("message can't be deleted");
        }
        found.forEach(post -> ask.telegram().remove(room, post.id));
        return BooleanNode.TRUE;
    }

    private static JsonNode react(Ask ask) {
        Room room = ask.room();
        Post post = ask.message(room, "message to react");
        JsonNode reactions = ask.args().json("reaction", "can't parse reaction types JSON object");
        List<String> emoji = new ArrayList<>();
        for (JsonNode reaction : reactions) {
            if (!reaction.path("type").asText().equals("emoji")) {
                throw ApiError.bad("REACTION_INVALID");
            }
            emoji.add(checked(reaction.path("emoji").asText()));
        }
        if (emoji.size() > 1) {
            throw ApiError.bad("REACTIONS_TOO_MANY");
        }
        post.react(ask.bot().id(), emoji);
        ask.telegram().changed(room, post, false);
        return BooleanNode.TRUE;
    }

    /** An emoji that can be a reaction, without variation selectors; any other is refused. */
    static String checked(String emoji) {
        String plain = emoji.replace("\uFE0F", "");
        if (!EMOJI.contains(plain)) {
            throw ApiError.bad("REACTION_INVALID");
        }
        return plain;
    }

    private static JsonNode pin(Ask ask) {
        Room room = ask.room();
        Post post = ask.message(room, "message to pin");
        ask.needs(room, pinRight(room), "not enough rights to manage pinned messages in the chat");
        if (room.pinned().add(post.id)) {
            ask.telegram().store().furnished(room);
            ObjectNode fields = lyceum.sandbox.world.Json.object();
            fields.set("pinned_message", new Messages(ask.telegram()).json(room, post));
            ask.telegram().post(room, Draft.service(ask.bot().id(), fields).in(post.thread()));
        }
        return BooleanNode.TRUE;
    }

    private static String pinRight(Room room) {
        return room.is(Room.Kind.CHANNEL) ? "can_edit_messages" : "can_pin_messages";
    }

    private static JsonNode unpin(Ask ask) {
        Room room = ask.room();
        ask.needs(room, pinRight(room), "not enough rights to manage pinned messages in the chat");
        Long last = newest(room);
        long id = ask.args().has("message_id") ? ask.args().number("message_id", 0) : last == null ? 0 : last;
        if (!room.pinned().remove(id)) {
            throw ApiError.bad("message to unpin not found");
        }
        ask.telegram().store().furnished(room);
        return BooleanNode.TRUE;
    }

    static @Nullable Long newest(Room room) {
        return room.pinned().stream().max(Long::compare).orElse(null);
    }

    private static JsonNode unpinAll(Ask ask) {
        Room room = ask.room();
        ask.needs(room, pinRight(room), "not enough rights to manage pinned messages in the chat");
        room.pinned().clear();
        ask.telegram().store().furnished(room);
        return BooleanNode.TRUE;
    }
}
