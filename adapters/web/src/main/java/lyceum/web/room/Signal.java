package lyceum.web.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Something of the moment, as it is told to other processes. */
record Signal(String room, boolean types, Duration pause) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Somebody is typing. */
    static String typing(String room) {
        return of(room).put("typing", true).toString();
    }

    /** Everybody waits so long between two lines. */
    static String pace(String room, Duration pause) {
        return of(room).put("pause", pause.toMillis()).toString();
    }

    private static ObjectNode of(String room) {
        return JSON.createObjectNode().put("room", room);
    }

    static Signal read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new Signal(
                    json.path("room").asText(),
                    json.path("typing").asBoolean(),
                    Duration.ofMillis(json.path("pause").asLong()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signal that is not JSON", e);
        }
    }
}
