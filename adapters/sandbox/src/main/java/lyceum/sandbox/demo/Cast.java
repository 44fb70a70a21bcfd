package lyceum.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final String SUBSCRIBERS = "subscribers";
    private static final Pattern CODE = Pattern.compile("/link ([A-Z0-9]{6})");
    private static final Pattern ADDRESS = Pattern.compile("https://t\\.me/\\+\\w+");

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
        return press(new Scene.Press(platform, room, who, label), "");
    }

    /** The same of a message in which some words stand. */
    boolean press(Scene.Press pressing, String words) throws InterruptedException {
        String platform = pressing.platform();
        String room = pressing.room();
        String who = pressing.who();
        String label = pressing.label();
        Side side = sides.get(platform);
        Optional<String> message =
                side == null ? Optional.empty() : withButton(side.messages(room, who, 50), label, words);
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

    /** Somebody asks on Discord for a code, and gives it where they are. */
    void link(String who, String platform, String room) throws InterruptedException {
        opens(who, platform);
        JsonNode asked = perform("discord", "general", "command", linking(who, Json.object()));
        Matcher code = CODE.matcher(asked.path("reply").path("text").asText());
        if (code.find()) {
            perform(platform, room, "command", linking(who, Json.object().put("code", code.group(1))));
        }
    }

    private static ObjectNode linking(String who, ObjectNode options) {
        ObjectNode asked = Json.object().put("who", who).put("command", "link");
        asked.set("options", options);
        return asked;
    }

    void subscribe(String who) throws InterruptedException {
        perform(
                "twitch",
                joinedRoom("twitch"),
                "subscribe",
                Json.object().put("who", who).put("tier", "1000"));
    }

    /** The stream goes live, or ends. */
    void live(boolean on) throws InterruptedException {
        perform("twitch", joinedRoom("twitch"), "live", Json.object().put("on", on));
    }

    /** Somebody begins to write to the hub in private, where it may not write to them before. */
    void opens(String who, String platform) throws InterruptedException {
        if (platform.equals("telegram")) {
            perform(platform, "private", "join", Json.object().put("who", who));
        }
    }

    /** What the hub wrote to somebody in private, in order. */
    List<String> privately(String platform, String who) {
        Side side = sides.get(platform);
        return side == null
                ? List.of()
                : side.privateMessages(who)
                        .valueStream()
                        .filter(message -> message.path("bot").asBoolean())
                        .map(message -> message.path("text").asText().strip())
                        .toList();
    }

    /** Comes into the subscribers' group by the address that somebody was sent; false while they have none, or are not let in yet. */
    boolean enter(String who) throws InterruptedException {
        Side telegram = sides.get("telegram");
        if (telegram == null) {
            return true;
        }
        Matcher address = ADDRESS.matcher(telegram.privateMessages(who).toString());
        if (!address.find()) {
            return false;
        }
        perform("telegram", SUBSCRIBERS, "join", Json.object().put("who", who).put("link", address.group()));
        return telegram.person(who).path("memberships").toString().contains(SUBSCRIBERS);
    }

    /** What somebody has: their roles on Discord, and their groups on Telegram. */
    ObjectNode holder(String who) {
        ObjectNode holder = Json.object().put("who", who);
        holder.set("roles", has("discord", who, "roles"));
        holder.set("groups", has("telegram", who, "memberships"));
        return holder;
    }

    private JsonNode has(String platform, String who, String what) {
        Side side = sides.get(platform);
        return side == null ? Json.array() : side.person(who).path(what);
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

    private static Optional<String> withButton(JsonNode messages, String label, String words) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (!messages.get(i).path("text").asText().contains(words)) {
                continue;
            }
            for (JsonNode button : messages.get(i).path("buttons")) {
                if (button.asText().equals(label)) {
                    return Optional.of(messages.get(i).path("message").asText());
                }
            }
        }
        return Optional.empty();
    }
}
