package lyceum.web.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** What a viewer's browser says: a JSON object with the word {@code do}. */
record Message(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_MARK = 64;

    /** Empty for what is no such object. */
    static Optional<Message> read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.path("do").isTextual() ? Optional.of(new Message(json)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What a process says of its own accord. */
    static Message of(String verb) {
        return new Message(JSON.createObjectNode().put("do", verb));
    }

    String verb() {
        return text("do");
    }

    /** Under which the browser finds the answer, and the hub a repetition; empty where it is missing or too long. */
    String mark() {
        String mark = text("n");
        return mark.length() > LONGEST_MARK ? "" : mark;
    }

    String text(String field) {
        return json.path(field).asText("");
    }

    long number(String field, long otherwise) {
        return json.path(field).canConvertToLong() ? json.path(field).asLong() : otherwise;
    }

    /** An answer: {@code {"is": word}} and fields by pairs of name and text. */
    static String answer(String word, String... fields) {
        var json = JSON.createObjectNode().put("is", word);
        for (int i = 0; i < fields.length; i += 2) {
            json.put(fields[i], fields[i + 1]);
        }
        return json.toString();
    }
}
