package lyceum.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One call to the sandbox's people.
 *
 * @param room the room's name, {@code ROOM:NAME} for a thread in it, empty where the call names none
 */
public record Call(String room, ObjectNode body) {

    public String who() {
        return text("who");
    }

    /** A field that must be there; numbers are read as text, since some platforms' ids are numbers. */
    public String text(String field) {
        return maybe(field).orElseThrow(() -> Refused.badRequest(field + ": missing"));
    }

    public Optional<String> maybe(String field) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    public boolean flag(String field) {
        return body.path(field).asBoolean(false);
    }

    /** The field as it came; a missing one is Jackson's missing node. */
    public JsonNode field(String field) {
        return body.path(field);
    }
}
