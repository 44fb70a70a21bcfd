package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** A request that the Bot API refuses. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int code;
    private final transient @Nullable ObjectNode parameters;

    ApiError(int code, String description, @Nullable ObjectNode parameters) {
        super(description, null, false, false);
        this.code = code;
        this.parameters = parameters;
    }

    /** A 400; the description gets its {@code Bad Request: } here. */
    static ApiError bad(String description) {
        return new ApiError(400, "Bad Request: " + description, null);
    }

    static ApiError forbidden(String description) {
        return new ApiError(403, "Forbidden: " + description, null);
    }

    static ApiError conflict(String description) {
        return new ApiError(409, "Conflict: " + description, null);
    }

    static ApiError tooMany(int seconds) {
        return new ApiError(
                429, "Too Many Requests: retry after " + seconds, Json.object().put("retry_after", seconds));
    }

    int code() {
        return code;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("ok", false).put("error_code", code).put("description", getMessage());
        if (parameters != null) {
            json.set("parameters", parameters);
        }
        return json;
    }
}
