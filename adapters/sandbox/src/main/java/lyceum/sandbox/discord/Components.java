package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lyceum.sandbox.world.Json;

/** Message components: Discord's limits for rows of buttons and menus, and what can be found in them. */
final class Components {
    static final int ROW = 1;
    static final int BUTTON = 2;
    private static final int LINK = 5;
    private static final Set<Integer> MENUS = Set.of(3, 5, 6, 7, 8);

    private Components() {}

    static void check(JsonNode rows) {
        if (rows.size() > 5) {
            throw DiscordError.tooLong("components", 5);
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String at = "components." + i;
            if (rows.get(i).path("type").asInt() != ROW) {
                throw DiscordError.invalid(
                        at + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
            }
            JsonNode parts = rows.get(i).path("components");
            if (parts.isEmpty() || parts.size() > 5) {
                throw DiscordError.invalid(
                        at + ".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
            }
            for (int j = 0; j < parts.size(); j++) {
                check(parts.get(j), at + ".components." + j, ids);
            }
        }
    }

    private static void check(JsonNode part, String at, Set<String> ids) {
        boolean button = part.path("type").asInt() == BUTTON;
        if (!button && !MENUS.contains(part.path("type").asInt())) {
            throw DiscordError.invalid(
                    at + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" is not allowed here.");
        }
        if (part.path("label").asText("").length() > 80) {
            throw DiscordError.tooLong(at + ".label", 80);
        }
        if (button && part.path("style").asInt() == LINK) {
            return;
        }
        String id = part.path("custom_id").asText("");
        if (id.isEmpty()) {
            throw DiscordError.required(at + ".custom_id");
        }
        if (id.length() > 100) {
            throw DiscordError.tooLong(at + ".custom_id", 100);
        }
        if (!ids.add(id)) {
            throw DiscordError.invalid(
                    at + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    /** The components with the numeric ids that Discord gives to each. */
    static ArrayNode shown(JsonNode components) {
        ArrayNode shown = Json.array();
        int[] next = {1};
        components.forEach(component -> {
            if (component instanceof ObjectNode object) {
                ObjectNode copy = object.deepCopy();
                number(copy, next);
                shown.add(copy);
            }
        });
        return shown;
    }

    private static void number(JsonNode component, int[] next) {
        if (component instanceof ObjectNode object
                && object.has("type")
                && object.path("id").asInt(0) == 0) {
            object.put("id", next[0]++);
        }
        component.path("components").forEach(inner -> number(inner, next));
        for (String nested : List.of("accessory", "component")) {
            if (component.path(nested).isObject()) {
                number(component.path(nested), next);
            }
        }
    }

    /** Every button and menu within, in order. */
    static List<JsonNode> pressable(JsonNode components) {
        List<JsonNode> found = new ArrayList<>();
        components.forEach(component -> collect(component, found));
        return found;
    }

    private static void collect(JsonNode component, List<JsonNode> found) {
        int type = component.path("type").asInt();
        if (type == BUTTON || MENUS.contains(type)) {
            found.add(component);
        }
        component.path("components").forEach(inner -> collect(inner, found));
        if (component.path("accessory").isObject()) {
            collect(component.path("accessory"), found);
        }
    }

    /** Every text input of a modal, in order. */
    static List<JsonNode> inputs(JsonNode components) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode component : components) {
            if (component.path("type").asInt() == 4) {
                found.add(component);
            }
            found.addAll(inputs(component.path("components")));
            if (component.path("component").path("type").asInt() == 4) {
                ObjectNode input = component.path("component").deepCopy();
                found.add(input.put("label", component.path("label").asText("")));
            }
        }
        return found;
    }

    static String label(JsonNode component) {
        String label = component.path("label").asText("");
        if (!label.isEmpty()) {
            return label;
        }
        String emoji = component.path("emoji").path("name").asText("");
        return emoji.isEmpty() ? component.path("placeholder").asText("") : emoji;
    }
}
