package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;

/**
 * One REST request.
 *
 * @param bot whose token it carries, or the hub where the route needs none
 */
record Ask(Context ctx, Bot bot) {

    /** The id in the path; one that is no number is unknown like one that does not exist. */
    long id(String name) {
        return parse(ctx.pathParam(name));
    }

    private static long parse(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw DiscordError.invalid("id", "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.");
        }
    }

    String path(String name) {
        return ctx.pathParam(name);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(ctx.queryParam(name));
    }

    Optional<Long> queryId(String name) {
        return query(name).map(Ask::parse);
    }

    boolean flag(String name) {
        return query(name)
                .map(value -> value.equals("true") || value.equals("1"))
                .orElse(false);
    }

    /** A number from the query between two bounds; one outside them is refused as Discord does. */
    int limit(int byDefault, int most) {
        String text = query("limit").orElse(Integer.toString(byDefault));
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw DiscordError.invalid("limit", "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not int.");
        }
        throw DiscordError.invalid("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and " + most + ".");
    }

    Optional<String> reason() {
        return Optional.ofNullable(ctx.header("X-Audit-Log-Reason"));
    }

    /** The JSON body, from {@code payload_json} or the form's fields where the request is multipart. */
    JsonNode json() {
        String type = Optional.ofNullable(ctx.contentType()).orElse("");
        if (!type.startsWith("multipart/")) {
            return parse(ctx.bodyAsBytes());
        }
        String payload = ctx.formParam("payload_json");
        if (payload != null) {
            return parse(payload.getBytes(StandardCharsets.UTF_8));
        }
        ObjectNode fields = Json.object();
        ctx.formParamMap().forEach((name, values) -> fields.put(name, values.getFirst()));
        return fields;
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (Refused notJson) {
            throw DiscordError.of(400, 50109, "The request body contains invalid JSON.");
        }
    }

    ObjectNode body() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw DiscordError.invalid("body", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
    }

    /** A message with the files that came along. */
    Draft draft(Attachments attachments, long channel) {
        ObjectNode body = body();
        return new Draft(body, files(body, attachments, channel));
    }

    /** As {@link #draft}, for callbacks, whose message stands under {@code data}. */
    Draft draft(JsonNode data, Attachments attachments, long channel) {
        return new Draft(data, files(data, attachments, channel));
    }

    private List<ObjectNode> files(JsonNode body, Attachments attachments, long channel) {
        List<ObjectNode> files = new ArrayList<>();
        if (Optional.ofNullable(ctx.contentType()).orElse("").startsWith("multipart/")) {
            ctx.uploadedFileMap()
                    .forEach((field, uploads) -> uploads.forEach(upload -> {
                        String number = field.replaceAll("\\D", "");
                        String name = upload.filename();
                        for (JsonNode described : body.path("attachments")) {
                            if (described.path("id").asText().equals(number)) {
                                name = described.path("filename").asText(name);
                            }
                        }
                        try (var content = upload.content()) {
                            files.add(attachments.put(channel, name, content.readAllBytes()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }));
        }
        return files;
    }
}
