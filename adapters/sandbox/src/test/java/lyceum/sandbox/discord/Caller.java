package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import lyceum.sandbox.world.Json;

/** Calls a sandbox over HTTP; in bodies, single quotes stand for double ones. */
final class Caller {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    Caller(String url) {
        this(url, "");
    }

    Caller(String url, String token) {
        this.url = url;
        this.token = token;
    }

    JsonNode get(String path) {
        return Json.read(send("GET", path, "").body());
    }

    JsonNode post(String path, String body) {
        return Json.read(send("POST", path, body).body());
    }

    /** The last of a list. */
    JsonNode last(String path) {
        JsonNode list = get(path);
        return list.path(list.size() - 1);
    }

    HttpResponse<byte[]> send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bot " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
