package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads fields of what Telegram tells; a field that must be there and is not makes the update unreadable. */
final class Fields {
    private Fields() {}

    /** @throws IllegalArgumentException where there is no such whole number */
    static long number(JsonNode node, String name) {
        JsonNode field = node.path(name);
        if (!field.isIntegralNumber() || !field.canConvertToLong()) {
            throw new IllegalArgumentException("no number '" + name + "'");
        }
        return field.asLong();
    }

    /** @throws IllegalArgumentException where there is no such number of 32 bits */
    static int small(JsonNode node, String name) {
        return Math.toIntExact(number(node, name));
    }

    /** Seconds since 1970. */
    static Instant time(JsonNode node, String name) {
        return Instant.ofEpochSecond(number(node, name));
    }

    /** Empty where there is none. */
    static String words(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    static @Nullable String wordsOrNull(JsonNode node, String name) {
        JsonNode field = node.path(name);
        return field.isTextual() && !field.asText().isEmpty() ? field.asText() : null;
    }

    static boolean is(JsonNode node, String name) {
        return node.path(name).asBoolean(false);
    }
}
