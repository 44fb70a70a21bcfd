package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.telegram.text.TextRefused;
import lyceum.sandbox.telegram.text.Texts;
import lyceum.sandbox.world.Json;

/** One request of a bot, and what its parameters mean. Used under the lock of {@link Telegram}. */
record Ask(Telegram telegram, Bot bot, Args args) {
    static final int LONGEST_TEXT = 4096;
    static final int LONGEST_CAPTION = 1024;

    /** The chat of {@code chat_id}, where this bot must be present. */
    Room room() {
        return room("chat_id");
    }

    Room room(String field) {
        String id = args.text(field).strip();
        if (id.isEmpty()) {
            throw ApiError.bad(field + " is empty");
        }
        Room room = found(id);
        Membership membership = room.membership(bot.id(), telegram.now());
        if (!membership.present()) {
            throw absent(room, membership);
        }
        return room;
    }

    private Room found(String id) {
        if (id.startsWith("@")) {
            return telegram.rooms().values().stream()
                    .filter(room -> room.open() && room.face.username().equalsIgnoreCase(id.substring(1)))
                    .findFirst()
                    .orElseThrow(() -> ApiError.bad("chat not found"));
        }
        long number = Args.parsed(id, 0);
        Room group = telegram.rooms().get(number);
        Room room = group == null ? bot.privates().get(number) : group;
        if (room != null) {
            return room;
        }
        Long upgraded = telegram.upgraded().get(number);
        if (upgraded != null) {
            throw new ApiError(
                    400,
                    "Bad Request: group chat was upgraded to a supergroup chat",
                    Json.object().put("migrate_to_chat_id", upgraded));
        }
        Account account = telegram.account(number);
        if (account != null && account.bot()) {
            throw ApiError.forbidden("bots can't send messages to bots");
        }
        throw account == null
                ? ApiError.bad("chat not found")
                : ApiError.forbidden("bot can't initiate conversation with a user");
    }

    private static ApiError absent(Room room, Membership membership) {
        if (room.is(Room.Kind.PRIVATE)) {
            return ApiError.forbidden("bot was blocked by the user");
        }
        String chat = room.is(Room.Kind.CHANNEL) ? "channel chat" : "supergroup chat";
        return ApiError.forbidden(
                membership.standing() == Standing.KICKED
                        ? "bot was kicked from the " + chat
                        : "bot is not a member of the " + chat);
    }

    /** A message of the chat; {@code what} is Telegram's name for it in a refusal. */
    Post message(Room room, String what) {
        long id = args.number("message_id", 0);
        Post post = room.post(id);
        if (post == null) {
            throw ApiError.bad(what + " not found");
        }
        return post;
    }

    /** The right that this bot needs in the chat; private chats know no rights. */
    void needs(Room room, String right, String refusal) {
        boolean may = room.is(Room.Kind.PRIVATE) || mine(room).may(right);
        if (!may) {
            throw ApiError.bad(refusal);
        }
    }

    Membership mine(Room room) {
        return room.membership(bot.id(), telegram.now());
    }

    /** A supergroup; other chats are refused. */
    Room supergroup() {
        Room room = room();
        if (!room.is(Room.Kind.SUPERGROUP)) {
            throw ApiError.bad("method is available only for supergroups");
        }
        return room;
    }

    /** The person or bot of {@code user_id}. */
    Account user() {
        Account account = telegram.account(args.number("user_id", 0));
        if (account == null) {
            throw ApiError.bad(args.has("user_id") ? "user not found" : "invalid user_id specified");
        }
        return account;
    }

    /** The topic that is meant, 0 for none. */
    long thread(Room room) {
        long thread = args.number("message_thread_id", 0);
        if (thread == 0 || !room.face.forum()) {
            return 0;
        }
        Topic topic = room.topics().get(thread);
        if (topic == null) {
            throw ApiError.bad("message thread not found");
        }
        if (topic.closed() && !mine(room).may("can_manage_topics")) {
            throw ApiError.bad("TOPIC_CLOSED");
        }
        return thread;
    }

    /** A text of 1 to 4096 characters from {@code text}, {@code parse_mode} and {@code entities}. */
    Formatted text() {
        if (!args.has("text")) {
            throw ApiError.bad("message text is empty");
        }
        Formatted text = formatted(args.text("text"), "parse_mode", "entities");
        if (text.text().isEmpty()) {
            throw ApiError.bad("text must be non-empty");
        }
        if (text.text().length() > LONGEST_TEXT) {
            throw ApiError.bad("message is too long");
        }
        return text;
    }

    /** A caption of up to 1024 characters, which may be missing. */
    Formatted caption() {
        return captioned(formatted(args.text("caption"), "parse_mode", "caption_entities"));
    }

    static Formatted captioned(Formatted caption) {
        if (caption.text().length() > LONGEST_CAPTION) {
            throw ApiError.bad("message caption is too long");
        }
        return caption;
    }

    Formatted formatted(String text, String modeField, String entitiesField) {
        JsonNode stated = args.json(entitiesField, "can't parse entities JSON object");
        return formatted(text, args.text(modeField), stated);
    }

    /** Formats a text; with a parse mode, stated entities are passed over. */
    static Formatted formatted(String text, String mode, JsonNode stated) {
        try {
            return mode.isEmpty() && !stated.isMissingNode()
                    ? Texts.stated(text, EntityJson.read(stated))
                    : Texts.parsed(text, mode);
        } catch (TextRefused refused) {
            throw ApiError.bad(String.valueOf(refused.getMessage()));
        }
    }

    /** Every element of a JSON array parameter. */
    List<JsonNode> list(String field, String refusal) {
        JsonNode array = args.json(field, refusal);
        if (!array.isArray()) {
            throw ApiError.bad(refusal);
        }
        List<JsonNode> elements = new java.util.ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
