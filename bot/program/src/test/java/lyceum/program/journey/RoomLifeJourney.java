package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to rooms as a whole while people talk: nothing that was said is lost by it, and nothing stands twice. */
class RoomLifeJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Town town;

    @BeforeEach
    void start(@TempDir Path folder) {
        town = new Town(folder, SandboxSettings.passingWithoutLimits());
    }

    @AfterEach
    void stop() {
        town.close();
    }

    private void happens(String what, Map<String, Object> how) {
        Map<String, Object> body = new HashMap<>(how);
        body.put("who", "ada");
        town.crowd().act("telegram", what, body);
    }

    @Test
    void aGroupThatBecomesASupergroupGoesOnAsTheSameRoom() {
        town.count(1, 10);
        town.await(PATIENCE, () -> town.copies("telegram").size() == 10);

        town.count(11, 15);
        happens("migrate", Map.of());
        town.count(16, 30);

        town.await(PATIENCE, () -> town.copies("telegram").contains("n 30"));
        town.await(PATIENCE, () -> town.copies("discord").size() == 30);
        List<String> there = town.copies("telegram");
        assertThat(there).isEqualTo(Town.numbers(31 - there.size(), 30)).hasSizeGreaterThanOrEqualTo(15);
        assertThat(town.copies("discord")).isEqualTo(Town.numbers(1, 30));
    }

    /** A bot that is no administrator any more is not told what others say there, so that only one direction can wait. */
    @Test
    void whereTheHubMayNotSpeakItsWordsWaitAndTheModeratorsAreToldWhatToClick() throws IOException {
        happens("permit", Map.of("on", false));
        town.count(1, 5);
        town.await(PATIENCE, () -> moderatorsRead("does not let the hub speak there"));
        assertThat(town.copies("telegram")).isEmpty();

        happens("permit", Map.of("on", true));

        town.await(PATIENCE, () -> town.copies("telegram").size() == 5);
        assertThat(town.copies("telegram")).isEqualTo(Town.numbers(1, 5));
    }

    @Test
    void aTokenThatIsNoGoodAnyMoreLosesNothingAndStandsInNoLog() throws IOException {
        happens("token", Map.of("token", "1000:another"));
        town.count(1, 5);
        town.await(PATIENCE, () -> moderatorsRead("does not let the hub speak there"));

        happens("token", Map.of("token", "1000:sandbox-hub"));

        town.await(PATIENCE, () -> town.copies("telegram").size() == 5);
        town.await(PATIENCE, () -> town.copies("discord").size() == 5);
        assertThat(town.copies("telegram")).isEqualTo(Town.numbers(1, 5));
        assertThat(town.copies("discord")).isEqualTo(Town.numbers(1, 5));
        assertThat(town.log()).doesNotContain("1000:another").doesNotContain("1000:sandbox-hub");
    }

    private boolean moderatorsRead(String words) {
        return town.crowd()
                .messagesIn("discord", "moderators")
                .valueStream()
                .anyMatch(message -> message.path("text").asText().contains(words));
    }
}
