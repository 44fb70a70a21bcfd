package lyceum.community.bridge;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;

/** The JSON in which messages wait for the relay to go on; rows outlive releases, so a type that was ever written stays readable. */
final class Waiting {
    /** What is written now. */
    static final String TYPE = "waiting/1";

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(words())
            .addMixIn(Mark.class, Named.class)
            .build();

    Waiting() {
        for (Class<?> mark : Mark.class.getPermittedSubclasses()) {
            json.registerSubtypes(new NamedType(mark, mark.getSimpleName()));
        }
    }

    String write(MessagePosted posted) {
        try {
            return json.writeValueAsString(posted);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a message that cannot be kept", e);
        }
    }

    String write(Text text) {
        try {
            return json.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a text that cannot be kept", e);
        }
    }

    Text readText(String type, String text) {
        return read(type, text, Text.class);
    }

    MessagePosted read(String type, String text) {
        return read(type, text, MessagePosted.class);
    }

    private <T> T read(String type, String text, Class<T> kind) {
        if (!type.equals(TYPE)) {
            throw new IllegalStateException("a waiting message of the type '" + type + "' is from a newer release");
        }
        try {
            return json.readValue(text, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a waiting message that cannot be read", e);
        }
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule();
        asText(module, PlatformName.class, PlatformName::new);
        asText(module, AuthorId.class, AuthorId::parse);
        asText(module, MessageId.class, MessageId::parse);
        asText(module, Instant.class, Instant::parse);
        return module;
    }

    private static <T> void asText(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(value.toString());
            }
        });
        module.addDeserializer(type, new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return parse.apply(in.getValueAsString());
            }
        });
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mark")
    private interface Named {}
}
