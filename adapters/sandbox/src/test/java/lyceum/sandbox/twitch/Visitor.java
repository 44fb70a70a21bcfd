package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.world.Json;

/** A test's hands on Twitch: what its people do, and bare requests to Helix. */
final class Visitor implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    Visitor(Sandbox sandbox) {
        this.url = sandbox.url();
    }

    /** An answer of Helix. */
    record Answer(int status, JsonNode body, HttpResponse<byte[]> whole) {
        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    /** Something that a person does; ' stands for ". */
    JsonNode deed(String path, String json) {
        Answer answer = send("POST", "/sandbox/twitch/" + path, json, "");
        if (answer.status() != 200) {
            throw new AssertionError(path + " -> " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    int refusal(String path, String json) {
        return send("POST", "/sandbox/twitch/" + path, json, "").status();
    }

    String say(String who, String text) {
        String json = Json.object().put("who", who).put("text", text).toString();
        return deed("ada/say", json).path("message").asText();
    }

    /** What stands in the chat. */
    JsonNode messages() {
        return look("ada/messages");
    }

    JsonNode look(String path) {
        return send("GET", "/sandbox/twitch/" + path, "", "").body();
    }

    /** A request with the hub's token; ' stands for ". */
    Answer helix(String method, String path, String json) {
        return send(method, "/twitch/helix" + path, json, "Bearer sandbox-hub");
    }

    Answer send(String method, String path, String json, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(json.replace('\'', '"')));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            byte[] body = answer.body();
            return new Answer(answer.statusCode(), body.length == 0 ? Json.object() : Json.read(body), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
