package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.world.Json;

/** A test's hands on a sandbox: bare requests of a bot, and deeds of its people. */
final class Visitor implements AutoCloseable {
    static final long GENERAL = -1001000000001L;
    static final long MODERATORS = -1001000000002L;
    static final long SUBSCRIBERS = -1001000000003L;
    static final long ANNOUNCEMENTS = -1001000000004L;
    static final long ANN = 5000000003L;
    static final long BOB = 5000000004L;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    Visitor(Sandbox sandbox) {
        url = sandbox.url();
    }

    /** The whole answer of the hub's bot to a method with a JSON body, in which ' stands for ". */
    JsonNode hub(String method, String json) {
        return bot("1000:sandbox-hub", method, json);
    }

    JsonNode guest(String method, String json) {
        return bot("1001:sandbox-guest", method, json);
    }

    JsonNode bot(String token, String method, String json) {
        return Json.read(send(post("/telegram/bot" + token + "/" + method, json.replace('\'', '"')))
                .body());
    }

    /** A result that must be ok. */
    JsonNode result(String method, String json) {
        JsonNode answer = hub(method, json);
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError(method + " was refused: " + answer);
        }
        return answer.path("result");
    }

    JsonNode sent(long chat, String text) {
        ObjectNode json = Json.object().put("chat_id", chat).put("text", text);
        return Json.read(send(post("/bot1000:sandbox-hub/sendMessage", json.toString()))
                        .body())
                .path("result");
    }

    /** The updates of a poll that does not wait. */
    List<JsonNode> updates(long offset) {
        List<JsonNode> updates = new ArrayList<>();
        result("getUpdates", "{'offset':" + offset + "}").forEach(updates::add);
        return updates;
    }

    CompletableFuture<JsonNode> polling(String json) {
        return http.sendAsync(
                        post("/bot1000:sandbox-hub/getUpdates", json.replace('\'', '"')),
                        HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> Json.read(response.body()));
    }

    /** Something that a person does; ' stands for ". */
    JsonNode deed(String path, String json) {
        return Json.read(send(post("/sandbox/telegram/" + encoded(path), json.replace('\'', '"')))
                .body());
    }

    CompletableFuture<JsonNode> deedUnderWay(String path, String json) {
        return http.sendAsync(
                        post("/sandbox/telegram/" + encoded(path), json.replace('\'', '"')),
                        HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> Json.read(response.body()));
    }

    String says(String room, String who, String text) {
        ObjectNode json = Json.object().put("who", who).put("text", text);
        JsonNode answer = Json.read(send(post("/sandbox/telegram/" + encoded(room) + "/say", json.toString()))
                .body());
        if (!answer.has("message")) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("message").asText();
    }

    JsonNode look(String path) {
        return Json.read(get("/sandbox/telegram/" + encoded(path)).body());
    }

    JsonNode log() {
        return look("log");
    }

    void time(String now) {
        send(request("/sandbox/clock")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + now + "\"}"))
                .build());
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).build());
    }

    HttpResponse<byte[]> form(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest post(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String path) {
        List<String> parts = new ArrayList<>();
        int question = path.indexOf('?');
        String plain = question < 0 ? path : path.substring(0, question);
        for (String part : plain.split("/", -1)) {
            parts.add(URLEncoder.encode(part, StandardCharsets.UTF_8));
        }
        return String.join("/", parts) + (question < 0 ? "" : path.substring(question));
    }

    @Override
    public void close() {
        http.close();
    }
}
