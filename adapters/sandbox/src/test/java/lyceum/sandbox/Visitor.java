package lyceum.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import lyceum.sandbox.world.Json;

/** Someone who uses the calls to the sandbox and its page over HTTP. */
final class Visitor implements AutoCloseable {
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    Visitor(String url) {
        this.url = url;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return Json.read(get(path).body());
    }

    /** Answers the message's id. */
    String say(String room, String who, String text) throws IOException, InterruptedException {
        return post(room + "/say", Json.object().put("who", who).put("text", text))
                .path("message")
                .asText();
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = request("/sandbox/" + path)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        return Json.read(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        http.close();
    }
}
