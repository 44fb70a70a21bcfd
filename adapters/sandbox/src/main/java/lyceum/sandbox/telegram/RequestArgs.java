package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;

/** Reads a request's parameters from the query, a form, a JSON body or a multipart body. */
final class RequestArgs {
    private RequestArgs() {}

    static Args read(Context ctx) {
        Map<String, JsonNode> values = new HashMap<>();
        Map<String, Upload> files = new HashMap<>();
        ctx.queryParamMap().forEach((name, list) -> first(name, list, values));
        String type = ctx.contentType() == null
                ? ""
                : String.valueOf(ctx.contentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            json(ctx, values);
        } else if (type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded")) {
            ctx.formParamMap().forEach((name, list) -> first(name, list, values));
            if (type.startsWith("multipart/")) {
                ctx.uploadedFileMap().forEach((name, list) -> files.put(name, upload(list.getFirst())));
            }
        }
        return new Args(values, files);
    }

    /** A part that is a file has no text. */
    private static void first(String name, List<String> texts, Map<String, JsonNode> values) {
        if (!texts.isEmpty()) {
            values.put(name, TextNode.valueOf(texts.getFirst()));
        }
    }

    private static void json(Context ctx, Map<String, JsonNode> values) {
        try {
            Json.read(ctx.bodyAsBytes()).properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        } catch (Refused broken) {
            throw ApiError.bad("can't parse JSON object");
        }
    }

    private static Upload upload(UploadedFile file) {
        try (InputStream in = file.content()) {
            return new Upload(file.filename(), Media.type(file.filename()), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
