package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lyceum.sandbox.world.Json;

/** Discord's limits for embeds, and the shape in which it answers them. */
final class Embeds {
    private static final int MOST_TOGETHER = 6_000;

    private Embeds() {}

    static void check(JsonNode embeds) {
        if (embeds.size() > 10) {
            throw DiscordError.tooLong("embeds", 10);
        }
        int together = 0;
        for (int i = 0; i < embeds.size(); i++) {
            JsonNode embed = embeds.get(i);
            String at = "embeds." + i + ".";
            together += most(embed.path("title"), at + "title", 256);
            together += most(embed.path("description"), at + "description", 4_096);
            together += most(embed.path("footer").path("text"), at + "footer.text", 2_048);
            together += most(embed.path("author").path("name"), at + "author.name", 256);
            together += fields(embed.path("fields"), at + "fields");
        }
        if (together > MOST_TOGETHER) {
            throw DiscordError.invalid(
                    "embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + MOST_TOGETHER);
        }
    }

    private static int fields(JsonNode fields, String path) {
        if (fields.size() > 25) {
            throw DiscordError.tooLong(path, 25);
        }
        int together = 0;
        for (int i = 0; i < fields.size(); i++) {
            for (String part : new String[] {"name", "value"}) {
                if (fields.get(i).path(part).asText("").isEmpty()) {
                    throw DiscordError.required(path + "." + i + "." + part);
                }
            }
            together += most(fields.get(i).path("name"), path + "." + i + ".name", 256);
            together += most(fields.get(i).path("value"), path + "." + i + ".value", 1_024);
        }
        return together;
    }

    private static int most(JsonNode text, String path, int limit) {
        int length = text.asText("").length();
        if (length > limit) {
            throw DiscordError.tooLong(path, limit);
        }
        return length;
    }

    static ArrayNode shown(JsonNode embeds) {
        ArrayNode shown = Json.array();
        for (JsonNode embed : embeds) {
            if (embed instanceof ObjectNode object) {
                ObjectNode rich = object.deepCopy();
                for (JsonNode field : rich.path("fields")) {
                    ((ObjectNode) field).put("inline", field.path("inline").asBoolean());
                }
                shown.add(rich.put("type", "rich"));
            }
        }
        return shown;
    }
}
