package lyceum.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Health;

/** {@code GET /health}: 200 if every platform is up, else 503; JSON with each one's state, in English since programs read it. */
final class HealthPage {
    private static final JsonFactory JSON = new JsonFactory();

    private final Status status;
    private final Phrases phrases;

    HealthPage(Status status, Phrases phrases) {
        this.status = status;
        this.phrases = phrases;
    }

    Answer answer() {
        Map<PlatformName, Health> now = status.now();
        boolean up = now.values().stream().allMatch(Health::up);
        return new Answer(up ? 200 : 503, "application/json", json(up, now));
    }

    private String json(boolean up, Map<PlatformName, Health> now) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("status", up ? "up" : "down");
            json.writeObjectFieldStart("platforms");
            for (Map.Entry<PlatformName, Health> platform : now.entrySet()) {
                json.writeObjectFieldStart(platform.getKey().value());
                json.writeBooleanField("up", platform.getValue().up());
                Say detail = platform.getValue().detail();
                json.writeStringField(
                        "detail", phrases.render(detail, Language.EN).plain());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
