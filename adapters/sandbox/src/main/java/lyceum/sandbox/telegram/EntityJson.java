package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import lyceum.sandbox.telegram.text.Entity;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The Bot API's MessageEntity, read from requests and written into messages. */
final class EntityJson {
    private static final Set<String> PASSED_OVER =
            Set.of("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number");

    private EntityJson() {}

    /** Reads what a sender states; types that Telegram finds by itself are passed over, unknown ones refused. */
    static List<Entity> read(JsonNode array) {
        if (!array.isArray()) {
            throw ApiError.bad("can't parse entities JSON object");
        }
        List<Entity> entities = new ArrayList<>();
        for (JsonNode node : array) {
            String type = node.path("type").asText();
            if (PASSED_OVER.contains(type)) {
                continue;
            }
            entities.add(new Entity(type, position(node, "offset"), position(node, "length"), argument(type, node)));
        }
        return entities;
    }

    private static int position(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToInt() && !value.isTextual()) {
            throw ApiError.bad("can't parse MessageEntity: Can't find field \"" + field + "\"");
        }
        int number = value.asInt(-1);
        if (number < 0 || number > 1_000_000) {
            throw ApiError.bad("receive an entity with incorrect " + field + " " + number);
        }
        return number;
    }

    private static @Nullable String argument(String type, JsonNode node) {
        return switch (type) {
            case "bold", "italic", "underline", "strikethrough", "spoiler", "code" -> null;
            case "blockquote", "expandable_blockquote" -> null;
            case "pre" -> text(node.path("language"));
            case "text_link" -> needed(node, "url");
            case "text_mention" -> needed(node.path("user"), "id");
            case "custom_emoji" -> needed(node, "custom_emoji_id");
            case "date_time" -> needed(node, "unix_time");
            default -> throw ApiError.bad("can't parse MessageEntity: Unsupported type specified");
        };
    }

    private static @Nullable String text(JsonNode node) {
        return node.asText().isEmpty() ? null : node.asText();
    }

    private static String needed(JsonNode node, String field) {
        String value = node.path(field).asText();
        if (value.isEmpty()) {
            throw ApiError.bad("can't parse MessageEntity: Can't find field \"" + field + "\"");
        }
        return value;
    }

    static ArrayNode write(List<Entity> entities, LongFunction<@Nullable Account> accounts) {
        ArrayNode array = Json.array();
        for (Entity entity : entities) {
            ObjectNode node = array.addObject()
                    .put("offset", entity.offset())
                    .put("length", entity.length())
                    .put("type", entity.type());
            String argument = entity.argument();
            if (argument != null) {
                addArgument(node, entity.type(), argument, accounts);
            }
        }
        return array;
    }

    private static void addArgument(
            ObjectNode node, String type, String argument, LongFunction<@Nullable Account> accounts) {
        switch (type) {
            case "pre" -> node.put("language", argument);
            case "text_link" -> node.put("url", argument);
            case "custom_emoji" -> node.put("custom_emoji_id", argument);
            case "date_time" -> node.put("unix_time", Long.parseLong(argument));
            default -> {
                Account account = accounts.apply(Long.parseLong(argument));
                if (account != null) {
                    node.set("user", account.json());
                }
            }
        }
    }

    /** As the sandbox itself keeps entities. */
    static ArrayNode stored(List<Entity> entities) {
        ArrayNode array = Json.array();
        entities.forEach(entity -> array.addObject()
                .put("type", entity.type())
                .put("offset", entity.offset())
                .put("length", entity.length())
                .put("argument", entity.argument()));
        return array;
    }

    static List<Entity> restored(JsonNode array) {
        List<Entity> entities = new ArrayList<>();
        array.forEach(node -> entities.add(new Entity(
                node.path("type").asText(),
                node.path("offset").asInt(),
                node.path("length").asInt(),
                node.path("argument").isTextual() ? node.path("argument").asText() : null)));
        return entities;
    }
}
