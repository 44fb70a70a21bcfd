package lyceum.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer to a request. */
record Answer(int status, String type, String text, Map<String, String> headers) {
    Answer(int status, String type, String text) {
        this(status, type, text, Map.of());
    }

    byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
