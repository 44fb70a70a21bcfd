package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lyceum.program.bench.Program;
import lyceum.sandbox.SandboxSettings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks to be forgotten is: what they said stands in no file of the hub any more. */
class ForgetJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final String WORD = "xylophonequartz";

    @TempDir
    Path folder;

    @Test
    void nothingOfWhatTheySaidIsLeftInTheFiles() throws IOException {
        Path config = folder.resolve("two-places.yaml");
        try (InputStream text = Program.class.getResourceAsStream("two-places.yaml")) {
            Files.copy(Objects.requireNonNull(text), config);
        }
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits(), "--config", config.toString())) {
            String question = "Why does my " + WORD + " heap lose its order?";
            String message = town.crowd()
                    .act("discord", "say", Map.of("who", "dora", "text", question))
                    .path("message")
                    .asText();
            town.await(PATIENCE, () -> town.reads("telegram", question) == 1);
            town.crowd()
                    .act("discord", "edit", Map.of("who", "dora", "message", message, "text", question + " Again?"));
            town.await(PATIENCE, () -> town.reads("telegram", question + " Again?") == 1);
            town.crowd().say("telegram", "ann", "Because the keys change, dora");
            town.await(PATIENCE, () -> town.reads("discord", "Because the keys change, dora") == 1);
            assertThat(filesWith(WORD)).isNotEmpty();

            String answer = town.crowd()
                    .act(
                            "discord",
                            "command",
                            Map.of("who", "dora", "command", "forget", "options", Map.of("whom", "me")))
                    .at("/reply/text")
                    .asText();
            assertThat(answer).contains("Taken out within a minute");
            town.crowd().say("telegram", "ann", "still here");
            town.await(PATIENCE, () -> town.reads("discord", "still here") == 1);

            Awaitility.await()
                    .atMost(MINUTE)
                    .untilAsserted(() -> assertThat(filesWith(WORD)).isEmpty());
            town.stopHub();
            assertThat(filesWith(WORD)).isEmpty();
            assertThat(filesWith("Because the keys change")).isNotEmpty();
        }
    }

    private List<Path> filesWith(String word) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
