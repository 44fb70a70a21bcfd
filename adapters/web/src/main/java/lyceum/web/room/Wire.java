package lyceum.web.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How what goes between the hub and other processes is spelt: JSON, all of it. */
final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    /** @param said how the line reads as a whole now, where this is an edit */
    static String happened(Entry entry, Optional<Entry> said) {
        ObjectNode json = entry(entry);
        said.ifPresent(whole -> json.set("said", entry(whole)));
        return json.toString();
    }

    private static ObjectNode entry(Entry entry) {
        return JSON.createObjectNode()
                .put("seq", entry.seq())
                .put("room", entry.room())
                .put("line", entry.line())
                .put("kind", entry.kind().word())
                .put("author", entry.author())
                .put("only", entry.onlyFor())
                .put("body", entry.body());
    }

    /** An entry, and for an edit how the whole line reads. */
    record Told(Entry entry, Optional<Entry> said) {}

    static Told told(String text) {
        JsonNode json = read(text);
        JsonNode said = json.path("said");
        return new Told(entry(json), said.isObject() ? Optional.of(entry(said)) : Optional.empty());
    }

    private static Entry entry(JsonNode json) {
        return new Entry(
                json.path("seq").asLong(),
                json.path("room").asText(),
                json.path("line").asText(),
                Entry.Kind.of(json.path("kind").asText()),
                text(json.path("author")),
                text(json.path("only")),
                json.path("body").asText());
    }

    private static @Nullable String text(JsonNode json) {
        return json.isTextual() ? json.asText() : null;
    }

    /** The numbers under which the line of a change was told before. */
    static List<Long> was(Entry change) {
        List<Long> numbers = new ArrayList<>();
        read(change.body()).path("was").forEach(number -> numbers.add(number.asLong()));
        return numbers;
    }

    static String rooms(Rooms rooms) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode places = json.putArray("places");
        for (RoomSettings.Place place : rooms.places()) {
            places.addObject()
                    .put("name", place.name())
                    .put("title", place.title())
                    .put("player", place.player().map(URI::toString).orElse(null));
        }
        json.put("lines-a-minute", rooms.linesAMinute());
        json.put("public-url", rooms.publicUrl().map(URI::toString).orElse(null));
        return json.toString();
    }

    static Rooms rooms(String text) {
        JsonNode json = read(text);
        List<RoomSettings.Place> places = StreamSupport.stream(
                        json.path("places").spliterator(), false)
                .map(place -> new RoomSettings.Place(
                        place.path("name").asText(), place.path("title").asText(), address(place.path("player"))))
                .toList();
        return new Rooms(places, json.path("lines-a-minute").asInt(), address(json.path("public-url")));
    }

    private static Optional<URI> address(JsonNode json) {
        return Optional.ofNullable(text(json)).map(URI::create);
    }

    /**
     * What somebody says at another process.
     *
     * @param pass and {@code name} say who they are, once the hub has told them
     * @param message what their browser said, or what the process says of them
     */
    record Said(String seat, String room, String language, String pass, String name, Message message) {
        String text() {
            ObjectNode json = JSON.createObjectNode()
                    .put("seat", seat)
                    .put("room", room)
                    .put("language", language)
                    .put("pass", pass)
                    .put("name", name);
            json.set("message", message.json());
            return json.toString();
        }

        static Said read(String text) {
            JsonNode json = Wire.read(text);
            return new Said(
                    json.path("seat").asText(),
                    json.path("room").asText(),
                    json.path("language").asText(),
                    json.path("pass").asText(),
                    json.path("name").asText(),
                    new Message(json.path("message")));
        }
    }

    /**
     * What the hub answers somebody at another process.
     *
     * @param frame what they are told; empty where they are to leave
     * @param code and {@code reason} with which they leave
     */
    record Answered(String seat, String frame, int code, String reason) {
        static Answered of(String seat, String frame) {
            return new Answered(seat, frame, 0, "");
        }

        String text() {
            return JSON.createObjectNode()
                    .put("seat", seat)
                    .put("frame", frame)
                    .put("code", code)
                    .put("reason", reason)
                    .toString();
        }

        static Answered read(String text) {
            JsonNode json = Wire.read(text);
            return new Answered(
                    json.path("seat").asText(),
                    json.path("frame").asText(),
                    json.path("code").asInt(),
                    json.path("reason").asText());
        }
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what goes between processes is JSON", e);
        }
    }
}
