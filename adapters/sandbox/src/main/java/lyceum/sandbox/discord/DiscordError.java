package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lyceum.sandbox.world.Json;

/** An error that Discord answers as JSON: HTTP status, code and message as in its list of JSON error codes. */
final class DiscordError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final transient ObjectNode body;

    private DiscordError(int status, ObjectNode body) {
        super(body.path("message").asText(), null, false, false);
        this.status = status;
        this.body = body;
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return body;
    }

    static DiscordError of(int status, int code, String message) {
        return new DiscordError(status, Json.object().put("message", message).put("code", code));
    }

    static DiscordError unauthorized() {
        return of(401, 0, "401: Unauthorized");
    }

    static DiscordError unknown(String what) {
        return switch (what) {
            case "Channel" -> of(404, 10003, "Unknown Channel");
            case "Guild" -> of(404, 10004, "Unknown Guild");
            case "Member" -> of(404, 10007, "Unknown Member");
            case "Message" -> of(404, 10008, "Unknown Message");
            case "Role" -> of(404, 10011, "Unknown Role");
            case "User" -> of(404, 10013, "Unknown User");
            case "Emoji" -> of(400, 10014, "Unknown Emoji");
            case "Webhook" -> of(404, 10015, "Unknown Webhook");
            case "Ban" -> of(404, 10026, "Unknown Ban");
            case "Interaction" -> of(404, 10062, "Unknown interaction");
            case "Command" -> of(404, 10063, "Unknown application command");
            default -> of(404, 0, "404: Not Found");
        };
    }

    static DiscordError missingAccess() {
        return of(403, 50001, "Missing Access");
    }

    static DiscordError missingPermissions() {
        return of(403, 50013, "Missing Permissions");
    }

    static DiscordError emptyMessage() {
        return of(400, 50006, "Cannot send an empty message");
    }

    /** 50035 for one field: its path with dots, Discord's name of the rule, and the sentence. */
    static DiscordError invalid(String path, String code, String message) {
        ObjectNode body = Json.object().put("message", "Invalid Form Body").put("code", 50035);
        ObjectNode at = body.putObject("errors");
        for (String step : path.split("\\.", -1)) {
            at = at.putObject(step);
        }
        at.putArray("_errors").addObject().put("code", code).put("message", message);
        return new DiscordError(400, body);
    }

    static DiscordError tooLong(String path, int most) {
        return invalid(path, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
    }

    static DiscordError required(String path) {
        return invalid(path, "BASE_TYPE_REQUIRED", "This field is required");
    }
}
