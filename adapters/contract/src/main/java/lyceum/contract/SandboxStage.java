package lyceum.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One room of the sandbox, by the HTTP calls under {@code /sandbox}. */
public final class SandboxStage implements Stage, Payers, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAYMENT_REQUIRED = 402;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI sandbox;
    private final String platform;
    private final String room;

    /**
     * @param sandbox its address without a path, as {@code http://127.0.0.1:8081}
     * @param platform the name under which it plays the platform, as {@code discord}
     * @param room the room's name, as {@code general}
     */
    public SandboxStage(URI sandbox, String platform, String room) {
        this.sandbox = sandbox;
        this.platform = platform;
        this.room = room;
    }

    /** Another room of the same platform. */
    public SandboxStage elsewhere(String other) {
        return new SandboxStage(sandbox, platform, other);
    }

    @Override
    public String say(String who, String text, @Nullable String replyTo) {
        ObjectNode body = by(who).put("text", text);
        if (replyTo != null) {
            body.put("replyTo", replyTo);
        }
        return act("say", body).path("message").asText();
    }

    @Override
    public void send(String who, String text, String name, String base64) {
        ObjectNode body = by(who).put("text", text);
        body.putArray("files").addObject().put("name", name).put("base64", base64);
        act("say", body);
    }

    @Override
    public void edit(String who, String message, String text) {
        act("edit", by(who).put("message", message).put("text", text));
    }

    @Override
    public void delete(String who, String message) {
        act("delete", by(who).put("message", message));
    }

    @Override
    public void react(String who, String message, String emoji, boolean there) {
        act("react", by(who).put("message", message).put("emoji", emoji).put("remove", !there));
    }

    @Override
    public SandboxStage thread(String title) {
        return elsewhere(room + ":" + title);
    }

    @Override
    public void changeThread(String who, String title, boolean open) {
        act("thread", by(who).put("title", title).put("open", open));
    }

    @Override
    public @Nullable Shown command(String who, String command, Map<String, String> options) {
        ObjectNode body = by(who).put("command", command);
        ObjectNode given = body.putObject("options");
        options.forEach(given::put);
        return reply(act("command", body));
    }

    @Override
    public List<Choosable> complete(String who, String command, String option, String text) {
        ObjectNode body = by(who).put("command", command).put("option", option).put("text", text);
        List<Choosable> all = new ArrayList<>();
        act("complete", body)
                .path("choices")
                .forEach(choice -> all.add(new Choosable(
                        choice.path("name").asText(), choice.path("value").asText())));
        return all;
    }

    @Override
    public @Nullable Shown click(String who, String message, String button) {
        return reply(act("click", by(who).put("message", message).put("button", button)));
    }

    @Override
    public String pay(String who, String message) {
        HttpResponse<String> answer = send("POST", here() + "/pay", by(who).put("invoice", message));
        return answer.statusCode() == PAYMENT_REQUIRED
                ? read(answer).path("error").asText()
                : read(insisted(answer)).path("refused").asText();
    }

    @Override
    public void refund(String who, String message) {
        act("refund", by(who).put("invoice", message));
    }

    @Override
    public List<Shown> messages() {
        return shown(call("GET", here() + "/messages", null));
    }

    @Override
    public List<Shown> messages(String who) {
        return shown(call("GET", here() + "/messages?who=" + encoded(who), null));
    }

    @Override
    public void suffer(Fault fault, int count) {
        ObjectNode body = JSON.createObjectNode().put("kind", fault.kind()).put("count", count);
        call("POST", "/sandbox/" + platform + "/faults", body);
    }

    @Override
    public void recover() {
        call("DELETE", "/sandbox/" + platform + "/faults", null);
    }

    @Override
    public Log log() {
        return JSON.convertValue(call("GET", "/sandbox/" + platform + "/log", null), Log.class);
    }

    @Override
    public Instant now() {
        return Instant.parse(call("GET", "/sandbox/clock", null).path("now").asText());
    }

    @Override
    public void comeBack(String who) {
        if (!platform.equals("twitch")) {
            act("join", by(who));
        }
    }

    @Override
    public void come(String who) {
        act("join", by(who));
    }

    @Override
    public void leave(String who) {
        act("leave", by(who));
    }

    @Override
    public void type(String who) {
        act("typing", by(who));
    }

    @Override
    public List<String> typing() {
        List<String> names = new ArrayList<>();
        call("GET", here() + "/typing", null).forEach(name -> names.add(name.asText()));
        return names;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Something that happens to the room and not in it, by the sandbox's own word for it. */
    public void happens(String verb, Map<String, String> how) {
        ObjectNode body = by("ada");
        how.forEach(body::put);
        act(verb, body);
    }

    private JsonNode act(String verb, ObjectNode body) {
        return call("POST", here() + "/" + verb, body);
    }

    private String here() {
        return "/sandbox/" + platform + "/" + encoded(room);
    }

    private static ObjectNode by(String who) {
        return JSON.createObjectNode().put("who", who);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static @Nullable Shown reply(JsonNode answer) {
        JsonNode reply = answer.path("reply");
        return reply.isObject() ? JSON.convertValue(reply, Shown.class) : null;
    }

    private static List<Shown> shown(JsonNode messages) {
        List<Shown> all = new ArrayList<>();
        messages.forEach(message -> all.add(JSON.convertValue(message, Shown.class)));
        return all;
    }

    private JsonNode call(String method, String path, @Nullable ObjectNode body) {
        return read(insisted(send(method, path, body)));
    }

    private static HttpResponse<String> insisted(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.request().method() + " " + answer.uri() + " -> " + answer.statusCode() + " "
                    + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> send(String method, String path, @Nullable ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(sandbox.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sandbox was asked", e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
