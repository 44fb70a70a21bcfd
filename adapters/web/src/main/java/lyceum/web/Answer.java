package lyceum.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A whole answer to a request, of text in UTF-8.
 *
 * @param type without a character set: {@code text/html}
 * @param headers beside the type and those that every answer has; they win over those
 */
public record Answer(int status, String type, String text, Map<String, String> headers) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public Answer(int status, String type, String text) {
        this(status, type, text, Map.of());
    }

    /** Sends it: never cached unless the headers say so, its type never guessed, and without a trace for where a link leads. */
    public void send(Response response, Callback callback) {
        response.setStatus(status);
        HttpFields.Mutable fields = response.getHeaders();
        fields.put("Content-Type", type + "; charset=utf-8");
        fields.put("Cache-Control", "no-store");
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put("Referrer-Policy", "no-referrer");
        headers.forEach(fields::put);
        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
