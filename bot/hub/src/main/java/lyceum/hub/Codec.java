package lyceum.hub;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.event.Answer;
import lyceum.kernel.event.Event;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;

/** Events and effects as JSON in rows. Each type is written with its name and version, {@code MessagePosted.1}, since rows outlive releases. */
final class Codec {
    private static final String WRITTEN = "{\"type\":";

    private final ObjectMapper mapper;

    Codec() {
        mapper = JsonMapper.builder()
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .addModule(words())
                .build();
        for (Class<?> family :
                new Class<?>[] {Event.class, OnPlatform.class, Perk.class, Say.class, Mark.class, Block.class}) {
            mapper.addMixIn(family, Named.class);
            register(family);
        }
        mapper.addMixIn(Answer.Undeliverable.class, Reasoned.class);
    }

    String write(Object eventOrEffect) {
        try {
            return mapper.writeValueAsString(eventOrEffect);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be kept: " + eventOrEffect.getClass(), e);
        }
    }

    Event event(String json) {
        return read(json, Event.class);
    }

    OnPlatform effect(String json) {
        return read(json, OnPlatform.class);
    }

    /** What {@link #write} kept of it; what was kept before such things were phrases is a plain text. */
    Say say(String kept) {
        return kept.startsWith(WRITTEN) ? read(kept, Say.class) : Text.of(kept);
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that cannot be read as " + type.getSimpleName(), e);
        }
    }

    private void register(Class<?> type) {
        Class<?>[] kinds = type.getPermittedSubclasses();
        if (kinds == null) {
            mapper.registerSubtypes(new NamedType(type, type.getSimpleName() + ".1"));
            return;
        }
        for (Class<?> kind : kinds) {
            register(kind);
        }
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule();
        asText(module, PlatformName.class, PlatformName::toString, PlatformName::new);
        asText(module, RoomId.class, RoomId::toString, RoomId::parse);
        asText(module, AuthorId.class, AuthorId::toString, AuthorId::parse);
        asText(module, MessageId.class, MessageId::toString, MessageId::parse);
        asText(module, Instant.class, Instant::toString, Instant::parse);
        asText(module, Duration.class, Duration::toString, Duration::parse);
        return module;
    }

    private static <T> void asText(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return read.apply(in.getValueAsString());
            }
        });
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Named {}

    /** A reason may be a plain text, as in rows of before. */
    interface Reasoned {
        @JsonDeserialize(using = Reason.class)
        Say reason();
    }

    /** Reads either form. */
    private static final class Reason extends JsonDeserializer<Say> {
        @Override
        public Say deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return in.hasToken(JsonToken.VALUE_STRING) ? Text.of(in.getText()) : context.readValue(in, Say.class);
        }

        @Override
        public Say deserializeWithType(JsonParser in, DeserializationContext context, TypeDeserializer types)
                throws IOException {
            return deserialize(in, context);
        }
    }
}
