package lyceum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.world.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The calls under {@code /sandbox} that belong to no platform. */
class SandboxCallsTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        sandbox.close();
        http.close();
    }

    @Test
    void theClockRunsOnFromWhatWasSet() throws Exception {
        Instant set = Instant.parse("2030-01-01T00:00:00Z");

        call("PUT", "/sandbox/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}");

        Instant now =
                Instant.parse(call("GET", "/sandbox/clock", "").path("now").asText());
        assertThat(now).isBetween(set, set.plusSeconds(60));
    }

    @Test
    void whoWaitsForTheClockIsToldWhenItIsSet() throws Exception {
        String mark = call("GET", "/sandbox/clock", "").path("set").asText();
        CompletableFuture<HttpResponse<byte[]>> waiting = http.sendAsync(
                request("GET", "/sandbox/clock?after=" + mark, ""), HttpResponse.BodyHandlers.ofByteArray());

        call("PUT", "/sandbox/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}");

        JsonNode told = Json.read(waiting.get(5, TimeUnit.SECONDS).body());
        assertThat(told.path("now").asText()).startsWith("2030-01-01T00:00:0");
        assertThat(call("GET", "/sandbox/clock?after=" + mark, "").path("set").asText())
                .as("a setting that was missed is told at once")
                .isEqualTo(told.path("set").asText());
    }

    @Test
    void aHubCanLearnWhetherTheRatesHold() throws Exception {
        assertThat(call("GET", "/sandbox/limits", "").path("limits").asText()).isEqualTo("documented");
    }

    @Test
    void whatIsWrongWithACallIsSaid() throws Exception {
        assertThat(status("PUT", "/sandbox/clock", "{\"now\":\"tomorrow\"}")).isEqualTo(400);
        assertThat(status("PUT", "/sandbox/clock", "{")).isEqualTo(400);
        assertThat(status("GET", "/sandbox/myspace/log", "")).isEqualTo(404);
        assertThat(call("POST", "/sandbox/twitch/ada/react", "{}").path("error").asText())
                .contains("react");
        assertThat(status("POST", "/sandbox/twitch/ada/react", "{}")).isEqualTo(409);
    }

    private JsonNode call(String method, String path, String body) throws Exception {
        return Json.read(http.send(request(method, path, body), HttpResponse.BodyHandlers.ofByteArray())
                .body());
    }

    private int status(String method, String path, String body) throws Exception {
        return http.send(request(method, path, body), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
