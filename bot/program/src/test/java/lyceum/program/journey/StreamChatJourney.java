package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stream chat with the packaged program: commands by their names in both languages, and buttons by numbers. */
@Timeout(180)
class StreamChatJourney {
    @TempDir
    private Path folder;

    private final JsonMapper json = new JsonMapper();

    /** What that person sees as the answer. */
    private JsonNode deed(Town town, String verb, Map<String, Object> body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(town.sandbox() + "/sandbox/twitch/ada/" + verb))
                    .timeout(Duration.ofSeconds(20))
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build();
            return json.readTree(http.send(request, BodyHandlers.ofByteArray()).body())
                    .path("reply");
        }
    }

    private JsonNode command(Town town, String who, String command) throws IOException, InterruptedException {
        return deed(town, "command", Map.of("who", who, "command", command));
    }

    @Test
    void commandsAreAnsweredByTheirNamesInBothLanguagesAndButtonsByNumbers() throws Exception {
        try (Town town = new Town(folder, SandboxSettings.passing())) {
            assertThat(command(town, "ann", "help").path("text").asText()).contains("!help (帮助)", "!settings");
            JsonNode settings = command(town, "ann", "设置");
            assertThat(settings.path("text").asText()).contains("[1] 简体中文", "[2] Do not relay me");

            Map<String, Object> click =
                    Map.of("who", "ann", "message", settings.path("message").asText(), "button", "简体中文");
            assertThat(deed(town, "click", click).path("text").asText()).contains("[1] English");
            assertThat(command(town, "ann", "帮助").path("text").asText()).contains("!help（帮助）", "你在这里可以");

            assertThat(town.crowd().log("twitch").path("brokenLimits").asInt()).isZero();
        }
    }
}
