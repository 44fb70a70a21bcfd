package lyceum.program.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sandbox's people, led from outside: they speak, and somebody reads their rooms. */
public final class Crowd {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final String sandbox;

    /** @param sandbox the sandbox's address, without a slash at the end */
    public Crowd(String sandbox) {
        this.sandbox = sandbox;
    }

    /** Somebody says something in the joined room of a platform; returns when the platform has it. */
    public void say(String platform, String who, String text) {
        send("/sandbox/" + platform + "/" + joined(platform) + "/say", Map.of("who", who, "text", text));
    }

    /** Somebody does something in the joined room of a platform; answers what the sandbox says of it. */
    public JsonNode act(String platform, String verb, Map<String, Object> body) {
        return send("/sandbox/" + platform + "/" + joined(platform) + "/" + verb, body);
    }

    /** The same in a thread or topic below that room, which begins with the first who speaks in it. */
    public JsonNode act(String platform, Below thread, String verb, Map<String, Object> body) {
        return send("/sandbox/" + platform + "/" + thread.below(joined(platform)) + "/" + verb, body);
    }

    /** What stands in it, in order. */
    public JsonNode messages(String platform, Below thread) {
        return get("/sandbox/" + platform + "/" + thread.below(joined(platform)) + "/messages");
    }

    /** A thread or topic, by its name. */
    public record Below(String name) {
        private String below(String room) {
            return room + ":" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** Somebody does something in another room of a platform. */
    public JsonNode actIn(String platform, String room, String verb, Map<String, Object> body) {
        return send("/sandbox/" + platform + "/" + room + "/" + verb, body);
    }

    /** What stands in another room of a platform; {@code private/NAME} is what somebody reads from the hub alone. */
    public JsonNode messagesIn(String platform, String room) {
        return get("/sandbox/" + platform + "/" + room + "/messages");
    }

    /** What a platform knows of somebody. */
    public JsonNode person(String platform, String who) {
        return get("/sandbox/" + platform + "/people/" + URLEncoder.encode(who, StandardCharsets.UTF_8));
    }

    /** Somebody takes back the newest of their messages that reads so. */
    public void delete(String platform, String who, String text) {
        String message = "";
        for (JsonNode each : messages(platform)) {
            boolean theirs = each.path("who").asText().equals(who)
                    && each.path("text").asText().equals(text);
            message = theirs ? each.path("message").asText() : message;
        }
        send("/sandbox/" + platform + "/" + joined(platform) + "/delete", Map.of("who", who, "message", message));
    }

    /** Somebody gives a command in the joined room; what they are answered. */
    public JsonNode command(String platform, String who, String command) {
        Map<String, Object> body = Map.of("who", who, "command", command, "options", Map.of());
        return send("/sandbox/" + platform + "/" + joined(platform) + "/command", body)
                .path("reply");
    }

    public void fault(String platform, Map<String, Object> fault) {
        send("/sandbox/" + platform + "/faults", fault);
    }

    /** Sets the time of this world. */
    public void clock(Instant now) {
        byte[] body =
                json.createObjectNode().put("now", now.toString()).toString().getBytes(StandardCharsets.UTF_8);
        exchange(HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/clock")).PUT(BodyPublishers.ofByteArray(body)));
    }

    /** What stands in the joined room of a platform, in order. */
    public List<Line> room(String platform) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode message : messages(platform)) {
            lines.add(new Line(
                    message.path("who").asText(),
                    message.path("text").asText(),
                    message.path("bot").asBoolean()));
        }
        return lines;
    }

    /** The same as the sandbox tells it, with everything it knows of a message. */
    public JsonNode messages(String platform) {
        return get("/sandbox/" + platform + "/" + joined(platform) + "/messages");
    }

    /** What stands between somebody and the hub alone, in order. */
    public JsonNode inPrivate(String platform, String who) {
        return get("/sandbox/" + platform + "/private/" + URLEncoder.encode(who, StandardCharsets.UTF_8) + "/messages");
    }

    /** Somebody begins to write to the hub alone, which may write to them from then on. */
    public void begins(String platform, String who) {
        send("/sandbox/" + platform + "/private/join", Map.of("who", who));
    }

    /** The request log of a platform: {@code given429} and {@code brokenLimits}. */
    public JsonNode log(String platform) {
        return get("/sandbox/" + platform + "/log");
    }

    static String joined(String platform) {
        return switch (platform) {
            case "twitch" -> "ada";
            case "room" -> "class";
            default -> "general";
        };
    }

    private JsonNode get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(sandbox + path)).GET());
    }

    private JsonNode send(String path, Map<String, Object> body) {
        try {
            return exchange(HttpRequest.newBuilder(URI.create(sandbox + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("the sandbox answers " + response.statusCode() + ": "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One message: a copy's text may begin with the speaker's name. */
    public record Line(String who, String text, boolean bot) {}
}
