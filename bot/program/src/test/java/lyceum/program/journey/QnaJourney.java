package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered yesterday on Discord answers a question on Telegram today, and one in stream chat. */
class QnaJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ASKED = "How do I install the Java compiler on Windows?";
    private static final String ANSWER = "Run winget install EclipseAdoptium.Temurin.25.JDK and open a new terminal.";

    @TempDir
    Path folder;

    @Test
    void anAnswerOfYesterdayIsOfferedElsewhereAndBothPlacesShowThatItSolvedIt() throws Exception {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits());
                HttpClient http = HttpClient.newHttpClient()) {
            String question = say(town, "discord", Map.of("who", "bob", "text", ASKED));
            String answer = say(town, "discord", Map.of("who", "carla", "text", ANSWER, "replyTo", question));
            sees(town, "telegram", line -> text(line).contains("winget"));
            aDayPasses(town, http);
            town.await(PATIENCE, () -> ask(town, "twitch").contains("winget"));

            town.await(PATIENCE, () -> typing(town, "discord", "how do I inst").contains(ASKED));
            town.await(PATIENCE, () -> typing(town, "telegram", "java comp").contains(ANSWER));

            say(town, "telegram", Map.of("who", "ann", "text", "how can i install the java compiler on windows"));
            sees(town, "telegram", line -> line.path("buttons").toString().contains("This solved it"));
            JsonNode offer = find(
                            town,
                            "telegram",
                            line -> line.path("buttons").toString().contains("This solved it"))
                    .orElseThrow();
            town.crowd()
                    .act(
                            "telegram",
                            "click",
                            Map.of(
                                    "who",
                                    "ann",
                                    "message",
                                    offer.path("message").asText(),
                                    "button",
                                    "This solved it"));

            sees(town, "telegram", line -> text(line).startsWith("✅"));
            for (String message : new String[] {question, answer}) {
                sees(
                        town,
                        "discord",
                        line -> line.path("message").asText().equals(message)
                                && line.path("reactions").has("✅"));
            }
            assertThat(read(http, town.console() + "/calendar.ics")).startsWith("BEGIN:VCALENDAR");
        }
    }

    private static String ask(Town town, String platform) {
        Map<String, Object> asked = Map.of("who", "kai", "command", "ask", "options", Map.of("text", ASKED));
        return town.crowd().act(platform, "command", asked).toString();
    }

    private static String typing(Town town, String platform, String text) {
        Map<String, Object> typed = Map.of("who", "ann", "command", "search", "option", "text", "text", text);
        return town.crowd().act(platform, "complete", typed).toString();
    }

    private static void aDayPasses(Town town, HttpClient http) throws IOException, InterruptedException {
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        HttpRequest set = HttpRequest.newBuilder(URI.create(town.sandbox() + "/sandbox/clock"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"now\":\"" + tomorrow + "\"}"))
                .build();
        assertThat(http.send(set, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static String read(HttpClient http, String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String say(Town town, String place, Map<String, Object> what) {
        return town.crowd().act(place, "say", what).path("message").asText();
    }

    private static void sees(Town town, String place, Predicate<JsonNode> line) {
        town.await(PATIENCE, () -> find(town, place, line).isPresent());
    }

    private static Optional<JsonNode> find(Town town, String place, Predicate<JsonNode> line) {
        return StreamSupport.stream(town.crowd().messages(place).spliterator(), false)
                .filter(line)
                .findFirst();
    }

    private static String text(JsonNode line) {
        return line.path("text").asText();
    }
}
