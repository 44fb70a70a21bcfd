package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a platform does on the way, all that is said is read on the other side, once and in order. */
class FaultsJourney {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "discord,429,webhooks",
        "discord,500,webhooks",
        "discord,slow,webhooks",
        "discord,timeout-after-accept,webhooks",
        "discord,disconnect,",
        "discord,duplicate,MESSAGE_CREATE",
        "telegram,429,sendMessage",
        "telegram,500,sendMessage",
        "telegram,slow,sendMessage",
        "telegram,disconnect,getUpdates",
        "telegram,duplicate,"
    })
    void aFaultLosesNothingDoublesNothingAndStopsNothing(String platform, String kind, String method) {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            town.count(1, 20);
            town.fault(
                    platform,
                    method == null
                            ? Map.of("kind", kind, "count", 3, "seconds", 1)
                            : Map.of("kind", kind, "count", 3, "seconds", 1, "method", method));
            town.count(21, 60);

            town.await(Duration.ofSeconds(60), () -> town.copies("telegram").size() >= 60);
            town.await(Duration.ofSeconds(60), () -> town.copies("discord").size() >= 60);
            assertThat(town.copies("telegram")).isEqualTo(Town.numbers(1, 60));
            assertThat(town.copies("discord")).isEqualTo(Town.numbers(1, 60));
            assertThat(town.crowd().log(platform).path("brokenLimits").asInt()).isZero();
        }
    }

    @Test
    void whereTelegramAcceptsAndDoesNotAnswerNothingIsLostAndWhatMayStandTwiceIsFlagged() throws IOException {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            town.fault("telegram", Map.of("kind", "timeout-after-accept", "count", 2, "method", "sendMessage"));
            town.count(1, 20);

            town.await(Duration.ofSeconds(90), () -> new HashSet<>(town.copies("telegram")).size() >= 20);
            assertThat(new HashSet<>(town.copies("telegram"))).hasSize(20);
            assertThat(town.copies("telegram")).hasSizeLessThanOrEqualTo(22);
            assertThat(town.log()).contains("may stand twice");
        }
    }
}
