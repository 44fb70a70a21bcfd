package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import lyceum.sandbox.world.Json;

/** The methods that look at a chat, at this bot, or at a file. */
final class Chats {
    private Chats() {}

    static Map<String, Method> methods() {
        return Map.of("getMe", ask -> ask.bot().json(), "getChat", Chats::chat, "getFile", Chats::file);
    }

    private static JsonNode chat(Ask ask) {
        Room room = ask.room();
        ObjectNode chat = new Messages(ask.telegram()).chat(room);
        chat.put("accent_color_id", 1).put("max_reaction_count", 11);
        chat.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        if (room.is(Room.Kind.SUPERGROUP)) {
            chat.set("permissions", room.permissions());
            chat.put("join_by_request", room.face.byRequest());
        }
        if (!room.face.username().isEmpty()) {
            chat.putArray("active_usernames").add(room.face.username());
        }
        Long newest = Editing.newest(room);
        Post pinned = newest == null ? null : room.post(newest);
        if (pinned != null) {
            chat.set("pinned_message", new Messages(ask.telegram()).json(room, pinned));
        }
        return chat;
    }

    private static JsonNode file(Ask ask) {
        FileShelf.Stored file = ask.telegram().files().byId(ask.args().text("file_id"));
        if (file == null) {
            throw ApiError.bad("invalid file_id");
        }
        if (file.upload().bytes().length > FileShelf.LARGEST_DOWNLOAD) {
            throw ApiError.bad("file is too big");
        }
        ObjectNode json = Json.object();
        json.setAll(file.json());
        return json.put("file_path", file.path());
    }
}
