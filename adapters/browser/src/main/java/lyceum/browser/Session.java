package lyceum.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Consumer;

/** One target's part of the wire. */
record Session(Wire wire, String id) {
    JsonNode call(String method, Map<String, ?> parameters) {
        return wire.call(id, method, parameters);
    }

    JsonNode call(String method) {
        return call(method, Map.of());
    }

    /** Asks, and does not wait: for the connection's own thread. */
    void tell(String method, Map<String, ?> parameters) {
        var _ = wire.send(id, method, parameters);
    }

    void listen(Consumer<JsonNode> listener) {
        wire.listen(id, listener);
    }
}
