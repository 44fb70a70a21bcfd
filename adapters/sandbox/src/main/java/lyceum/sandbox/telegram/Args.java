package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, wherever they stood: query, form, JSON body or multipart.
 *
 * @param values a JSON value where the body was JSON, else text; text may hold JSON again
 * @param files uploaded files by the name of their part
 */
record Args(Map<String, JsonNode> values, Map<String, Upload> files) {

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** The parameter as text, empty where it is missing. */
    String text(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    long number(String name, long otherwise) {
        return parsed(text(name).strip(), otherwise);
    }

    static long parsed(String text, long otherwise) {
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    boolean flag(String name) {
        String text = text(name).strip().toLowerCase(Locale.ROOT);
        return text.equals("true") || text.equals("yes") || text.equals("1");
    }

    /** The parameter as JSON; a missing one is Jackson's missing node, a broken one is refused by that description. */
    JsonNode json(String name, String refusal) {
        JsonNode value = values.get(name);
        if (value == null
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank())) {
            return MissingNode.getInstance();
        }
        if (!value.isTextual()) {
            return value;
        }
        try {
            return Json.read(value.asText());
        } catch (Refused broken) {
            throw ApiError.bad(refusal);
        }
    }

    @Nullable
    ObjectNode object(String name, String refusal) {
        JsonNode value = json(name, refusal);
        if (value.isMissingNode()) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw ApiError.bad(refusal);
    }

    /** The uploaded file that a parameter means: itself a part, or {@code attach://PART}. */
    @Nullable
    Upload upload(String name) {
        Upload own = files.get(name);
        return own != null ? own : attached(text(name));
    }

    @Nullable
    Upload attached(String reference) {
        return reference.startsWith("attach://") ? files.get(reference.substring(9)) : null;
    }

    /** The same request with a few other values. */
    Args with(Map<String, JsonNode> others) {
        Map<String, JsonNode> all = new java.util.HashMap<>(values);
        all.putAll(others);
        return new Args(all, files);
    }
}
