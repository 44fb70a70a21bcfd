package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** Reply markup as bots send it. */
final class Keyboards {
    private static final Set<String> ACTIONS = Set.of(
            "url",
            "callback_data",
            "web_app",
            "login_url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "copy_text",
            "callback_game",
            "pay");
    private static final int LONGEST_DATA = 64;
    private static final int MOST_KEYS = 100;

    private Keyboards() {}

    /** The inline keyboard of a request, or null; other reply markup is checked and belongs to the person's client. */
    static @Nullable ObjectNode inline(Args args) {
        String refusal = "can't parse reply keyboard markup JSON object";
        JsonNode markup = args.json("reply_markup", refusal);
        return markup.isMissingNode() ? null : inline(markup);
    }

    static @Nullable ObjectNode inline(JsonNode markup) {
        if (!markup.isObject()) {
            throw ApiError.bad("object expected as reply markup");
        }
        JsonNode rows = markup.path("inline_keyboard");
        if (rows.isMissingNode()) {
            checkOther(markup);
            return null;
        }
        if (!rows.isArray()) {
            throw ApiError.bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be of type Array");
        }
        ObjectNode keyboard = Json.object();
        ArrayNode kept = keyboard.putArray("inline_keyboard");
        int keys = 0;
        for (JsonNode row : rows) {
            if (!row.isArray()) {
                throw ApiError.bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            }
            ArrayNode keptRow = Json.array();
            row.forEach(key -> keptRow.add(key(key)));
            keys += keptRow.size();
            if (!keptRow.isEmpty()) {
                kept.add(keptRow);
            }
        }
        if (keys > MOST_KEYS) {
            throw ApiError.bad("reply markup is too long");
        }
        return keys == 0 ? null : keyboard;
    }

    private static void checkOther(JsonNode markup) {
        JsonNode rows = markup.path("keyboard");
        boolean known = rows.isArray() || markup.has("remove_keyboard") || markup.has("force_reply");
        if (!known && !markup.isEmpty()) {
            throw ApiError.bad("can't parse reply keyboard markup JSON object");
        }
        for (JsonNode row : rows) {
            for (JsonNode key : row) {
                if (key.asText(key.path("text").asText()).isEmpty()) {
                    throw ApiError.bad("can't parse keyboard button: Field \"text\" must be of type String");
                }
            }
        }
    }

    private static ObjectNode key(JsonNode key) {
        if (!key.isObject()) {
            throw ApiError.bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
        }
        if (!key.path("text").isTextual()) {
            throw ApiError.bad("can't parse inline keyboard button: Can't find field \"text\"");
        }
        if (key.path("text").asText().isEmpty()) {
            throw ApiError.bad("BUTTON_TEXT_INVALID");
        }
        ObjectNode kept = Json.object().put("text", key.path("text").asText());
        List<String> actions = new ArrayList<>();
        key.fieldNames().forEachRemaining(field -> {
            if (ACTIONS.contains(field)) {
                actions.add(field);
            }
        });
        if (actions.isEmpty()) {
            throw ApiError.bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        actions.forEach(action -> kept.set(action, checked(action, key.path(action))));
        return kept;
    }

    private static JsonNode checked(String action, JsonNode value) {
        if (action.equals("callback_data")) {
            int bytes = value.asText().getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > LONGEST_DATA) {
                throw ApiError.bad("BUTTON_DATA_INVALID");
            }
        }
        if (action.equals("url") && !value.asText().matches("(?i)((https?|tg|ton)://)?[^\\s/?#]+\\.?\\S*")) {
            throw ApiError.bad("inline keyboard button URL '" + value.asText() + "' is invalid: Wrong HTTP URL");
        }
        return value;
    }

    /** Every key of a keyboard, row by row. */
    static List<JsonNode> keys(@Nullable ObjectNode keyboard) {
        List<JsonNode> keys = new ArrayList<>();
        if (keyboard != null) {
            keyboard.path("inline_keyboard").forEach(row -> row.forEach(keys::add));
        }
        return keys;
    }
}
