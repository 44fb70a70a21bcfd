package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import lyceum.program.bench.Crowd;
import lyceum.program.bench.Program;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.discord.HttpsProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged hub with {@code driver: javacord}, whose jar lies in the data folder, against the sandbox through an HTTPS proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavacordJourney {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DISCORD = "300000000000000001";
    private static final Path DRIVER =
            Path.of(System.getProperty("lyceum.root"), "adapters/javacord/target/lyceum-javacord.jar");

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Crowd crowd = new Crowd(sandbox.url());
    private HttpsProxy proxy;
    private Program hub;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        assertThat(DRIVER).as("made by: mvn -pl adapters/javacord -am package").exists();
        proxy = HttpsProxy.start(folder, sandbox.url());
        Path drivers = Files.createDirectories(folder.resolve("data/drivers"));
        Files.copy(DRIVER, drivers.resolve("lyceum-javacord.jar"));
        Path config = Files.writeString(
                folder.resolve("lyceum.yaml"), """
                community:
                  name: Algorithm School
                discord:
                  token: MTAwMDAwMDAwMDAwMDAwMDAx.sandbox.hub
                  guild: "200000000000000001"
                  driver: javacord
                telegram:
                  token: "1000:sandbox-hub"
                  api: %s/telegram
                bridge:
                  links:
                    - name: general
                      rooms: ["discord:%s", "telegram:-1001000000001"]
                moderation:
                  rooms: ["discord:300000000000000004"]
                  words:
                    hold: [discount code]
                web:
                  port: %d
                """.formatted(sandbox.url(), DISCORD, Program.freePorts()));
        List<String> options = new ArrayList<>(Program.options());
        options.addAll(proxy.asProperties("-D"));
        hub = Program.start(
                folder.resolve("hub.log"),
                options,
                List.of(
                        "run",
                        "--config",
                        config.toString(),
                        "--data",
                        folder.resolve("data").toString()));
    }

    @AfterAll
    void end() {
        hub.close();
        proxy.close();
        sandbox.close();
    }

    @Test
    void thePackagedProgramHasNothingOfJavacordAndTheDriverHasIt() throws IOException {
        try (JarFile program = new JarFile(System.getProperty("lyceum.classpath"));
                JarFile driver = new JarFile(DRIVER.toFile())) {
            assertThat(program.stream()).noneMatch(entry -> entry.getName().contains("javacord"));
            assertThat(program.getEntry("lyceum/program/Main.class")).isNotNull();
            assertThat(driver.getEntry("org/javacord/api/DiscordApi.class")).isNotNull();
            assertThat(driver.getEntry("lyceum/kernel/platform/Platform.class")).isNull();
        }
    }

    @Test
    void whatIsSaidOnDiscordIsReadOnTelegramAndBack() {
        crowd.say("discord", "ann", "a heap is a tree");
        await().atMost(SOON).until(() -> reads("telegram", "ann: a heap is a tree"));

        crowd.say("telegram", "bob", "a queue is a list");
        await().atMost(SOON).until(() -> reads("discord", "a queue is a list"));
    }

    @Test
    void aCommandIsAnsweredWithinThreeSecondsAndForItsGiverAlone() {
        crowd.command("discord", "ann", "help");
        Instant asked = Instant.now();

        JsonNode reply = crowd.command("discord", "ann", "whoami");

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
        assertThat(reply.path("text").asText()).contains("ann");
        assertThat(reply.path("onlyFor").asText()).isEqualTo("ann");
    }

    @Test
    void whatWaitsForAModeratorIsLetThroughByAButton() {
        crowd.say("discord", "bob", "a discount code for all");
        JsonNode card = await().atMost(SOON)
                .until(this::card, each -> each.path("buttons").size() > 0);

        crowd.actIn(
                "discord",
                "moderators",
                "click",
                Map.of("who", "mei", "message", card.path("message").asText(), "button", "Approve"));

        await().atMost(SOON)
                .until(() -> crowd.room("telegram").stream()
                        .anyMatch(line -> line.bot() && line.text().contains("a discount code for all")));
    }

    private JsonNode card() {
        JsonNode last = MissingNode.getInstance();
        for (JsonNode message : crowd.messagesIn("discord", "moderators")) {
            last = message;
        }
        return last;
    }

    private boolean reads(String platform, String words) {
        return crowd.room(platform).stream()
                .anyMatch(line -> line.bot() && line.text().equals(words));
    }
}
