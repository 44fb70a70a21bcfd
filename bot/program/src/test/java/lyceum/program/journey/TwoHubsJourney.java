package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import lyceum.program.bench.Program;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hubs that join the same rooms: each repeats once what people say, and neither what the other repeated. The second is an
 * ordinary member on Telegram, which hears no talk there, and hears the first one's copies on Discord.
 */
class TwoHubsJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SAID = 30;

    @TempDir
    Path folder;

    @Test
    void whatOnePersonSaysIsCopiedByEachHubOnceAndNoCopyIsCopied() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits());
                Program _ = second(town)) {
            town.count(1, SAID);

            town.await(PATIENCE, () -> town.copies("telegram").size() >= 2 * SAID);
            town.await(PATIENCE, () -> town.copies("discord").size() >= SAID);
            town.crowd().say("discord", "ann", "n 1000");
            town.await(PATIENCE, () -> town.reads("telegram", "n 1000") == 2);

            assertThat(town.copies("discord")).containsExactlyElementsOf(Town.numbers(1, SAID));
            assertThat(IntStream.rangeClosed(1, SAID)).allSatisfy(i -> {
                assertThat(town.reads("telegram", "ann: n " + i)).isEqualTo(2);
                assertThat(town.reads("telegram", "bob: n " + i)).isZero();
            });
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a bot of its own, with a webhook of its own. */
    private Program second(Town town) {
        int port = Program.freePorts();
        Path config = folder.resolve("second.yaml");
        write(config, """
                community:
                  name: Another hub
                discord:
                  token: MTAwMDAwMDAwMDAwMDAwMDAy.sandbox.guest
                  guild: "200000000000000001"
                  api: ${SANDBOX}/discord/api/v10
                telegram:
                  token: "1001:sandbox-guest"
                  api: ${SANDBOX}/telegram
                bridge:
                  links:
                    - name: general
                      rooms: ["discord:300000000000000001", "telegram:-1001000000001"]
                web:
                  port: ${PORT}
                """);
        return Program.start(
                folder.resolve("second.log"),
                List.of(
                        "demo",
                        "--config",
                        config.toString(),
                        "--sandbox",
                        town.sandbox(),
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.resolve("second").toString(),
                        "--no-story"));
    }
}
