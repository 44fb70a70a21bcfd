package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;

/** The form that each person has open before them, if any. */
final class Forms {
    private final Map<Long, Open> byPerson = new ConcurrentHashMap<>();

    /** A form with the interaction that opened it. */
    record Open(Interaction interaction, JsonNode modal) {}

    /** Shows a form to whoever began the interaction; refused when it is not one that Discord takes. */
    void opened(Interaction interaction, JsonNode modal) {
        if (modal.path("custom_id").asText("").isEmpty()) {
            throw DiscordError.required("data.custom_id");
        }
        String title = modal.path("title").asText("");
        if (title.isEmpty() || title.length() > 45) {
            throw DiscordError.invalid("data.title", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 45 in length.");
        }
        int parts = modal.path("components").size();
        if (parts < 1 || parts > 5) {
            throw DiscordError.invalid("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
        byPerson.put(interaction.person().id(), new Open(interaction, modal));
    }

    Optional<Open> take(long person) {
        return Optional.ofNullable(byPerson.remove(person));
    }

    /** The data of a modal's submission; fields are given by label or custom id. */
    static ObjectNode filled(JsonNode modal, JsonNode fields) {
        ObjectNode data = Json.object().put("custom_id", modal.path("custom_id").asText());
        ArrayNode parts = data.putArray("components");
        List<JsonNode> inputs = Components.inputs(modal.path("components"));
        for (JsonNode part : modal.path("components")) {
            boolean labelled = part.path("component").isObject();
            JsonNode first =
                    labelled ? part.path("component") : part.path("components").path(0);
            JsonNode input = inputs.stream()
                    .filter(one -> one.path("custom_id").equals(first.path("custom_id")))
                    .findFirst()
                    .orElse(first);
            ObjectNode value = Json.object()
                    .put("type", 4)
                    .put("custom_id", input.path("custom_id").asText());
            value.put("value", value(input, fields));
            ObjectNode filled = parts.addObject().put("type", part.path("type").asInt());
            if (labelled) {
                filled.set("component", value);
            } else {
                filled.putArray("components").add(value);
            }
        }
        return data;
    }

    private static String value(JsonNode input, JsonNode fields) {
        String label = input.path("label").asText("");
        String id = input.path("custom_id").asText("");
        JsonNode given = fields.has(label) ? fields.path(label) : fields.path(id);
        String value = given.asText(input.path("value").asText(""));
        if (value.isEmpty() && input.path("required").asBoolean(true)) {
            throw Refused.badRequest("fields: " + (label.isEmpty() ? id : label) + " is required");
        }
        if (value.length() > input.path("max_length").asInt(4_000)) {
            throw Refused.badRequest("fields: " + label + " is too long");
        }
        return value;
    }
}
