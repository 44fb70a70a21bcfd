package lyceum.program.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** JSON over HTTP, whatever the status. */
final class Http {
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    JsonNode get(String address) {
        return exchange(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    JsonNode post(String address, Map<String, ?> body) {
        return exchange(HttpRequest.newBuilder(URI.create(address))
                .POST(BodyPublishers.ofString(json.valueToTree(body).toString())));
    }

    JsonNode put(String address, Map<String, ?> body) {
        return exchange(HttpRequest.newBuilder(URI.create(address))
                .PUT(BodyPublishers.ofString(json.valueToTree(body).toString())));
    }

    private JsonNode exchange(HttpRequest.Builder request) {
        try {
            return json.readTree(
                    http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
