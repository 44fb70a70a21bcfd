package lyceum.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Faults.Fault;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Side;
import lyceum.sandbox.world.Verb;

/** The sandbox's people as they are directed from inside: the same deeds as by the calls from outside. */
final class Cast {
    /** The room of each platform that the demo joins with the others. */
    private static final Map<String, String> JOINED =
            Map.of("discord", "general", "telegram", "general", "twitch", "ada", "room", "class");

    private final Map<String, Side> sides;

    Cast(List<Side> sides) {
        this.sides = sides.stream().collect(Collectors.toMap(Side::name, Function.identity()));
    }

    /** The platforms that are there, in a fixed order. */
    List<String> platforms() {
        return JOINED.keySet().stream().filter(sides::containsKey).sorted().toList();
    }

    static String joinedRoom(String platform) {
        return JOINED.getOrDefault(platform, "");
    }

    /**
     * Somebody says something.
     *
     * @throws Refused if the platform does not take it
     */
    void say(String platform, String room, String who, String text) throws InterruptedException {
        perform(platform, room, "say", Json.object().put("who", who).put("text", text));
    }

    /** Presses the newest button of this label in a room; false while there is none. */
    boolean press(String platform, String room, String who, String label) throws InterruptedException {
        Side side = sides.get(platform);
        Optional<String> message = side == null ? Optional.empty() : withButton(side.messages(room, who, 50), label);
        if (message.isEmpty()) {
            return false;
        }
        ObjectNode pressed = Json.object().put("who", who).put("message", message.get());
        perform(platform, room, "click", pressed.put("button", label));
        return true;
    }

    /** Somebody gives a command; the text of what they are answered, empty where they are not. */
    String command(Scene.Command given, Map<String, String> options) throws InterruptedException {
        ObjectNode body = Json.object().put("who", given.who()).put("command", given.command());
        ObjectNode named = body.putObject("options");
        options.forEach(named::put);
        return perform(given.platform(), given.room(), "command", body)
                .at("/reply/text")
                .asText();
    }

    void plan(Fault fault, int count) {
        all().forEach(side -> side.wire().faults().plan(fault, count, null));
    }

    void clearFaults() {
        all().forEach(side -> side.wire().faults().clear());
    }

    private Collection<Side> all() {
        return sides.values();
    }

    private JsonNode perform(String platform, String room, String word, ObjectNode body) throws InterruptedException {
        Side side = sides.get(platform);
        Verb verb = side == null ? null : side.verbs().get(word);
        return verb == null ? Json.object() : verb.perform(new Call(room, body));
    }

    private static Optional<String> withButton(JsonNode messages, String label) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            for (JsonNode button : messages.get(i).path("buttons")) {
                if (button.asText().equals(label)) {
                    return Optional.of(messages.get(i).path("message").asText());
                }
            }
        }
        return Optional.empty();
    }
}
