package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said on one platform is read on the other: all of it, once, in order, whatever happens on the way. */
class RelayJourney {
    @TempDir
    Path folder;

    @Test
    void aThousandMessagesEachWayArriveInOrderNoneTwiceNoneMissing() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            town.count(1, 1_000);

            town.await(Duration.ofSeconds(60), () -> town.copies("telegram").size() >= 1_000);
            town.await(Duration.ofSeconds(60), () -> town.copies("discord").size() >= 1_000);
            assertThat(town.copies("telegram")).isEqualTo(Town.numbers(1, 1_000));
            assertThat(town.copies("discord")).isEqualTo(Town.numbers(1, 1_000));
        }
    }

    @Test
    void whatIsSaidInEachPlaceIsReadInTheTwoOthersUnderTheSpeakersName() {
        List<String> places = List.of("discord", "telegram", "twitch");
        try (Town town = new Town(folder, SandboxSettings.passing())) {
            places.forEach(place -> town.crowd().say(place, "ann", "hello from " + place));

            for (String from : places) {
                for (String to : places) {
                    if (!from.equals(to)) {
                        town.await(Duration.ofSeconds(30), () -> town.reads(to, "hello from " + from) == 1);
                    }
                }
            }
            places.forEach(place -> assertThat(
                            town.crowd().log(place).path("brokenLimits").asInt())
                    .isZero());
        }
    }

    @Test
    void theDocumentedLimitsAreKeptNothingIsLostAndTheBacklogIsInTheLog() throws IOException {
        counts(30, Duration.ofMinutes(3));
    }

    @Test
    @Tag("soak")
    void aLongBacklogKeepsTheDocumentedLimitsToo() throws IOException {
        counts(200, Duration.ofMinutes(15));
    }

    private void counts(int last, Duration patience) throws IOException {
        try (Town town = new Town(folder, SandboxSettings.passing())) {
            town.count(1, last);

            town.await(patience, () -> town.copies("telegram").size() >= last);
            town.await(patience, () -> town.copies("discord").size() >= last);
            assertThat(town.copies("telegram")).isEqualTo(Town.numbers(1, last));
            assertThat(town.copies("discord")).isEqualTo(Town.numbers(1, last));
            for (String platform : Set.of("discord", "telegram", "twitch")) {
                assertThat(town.crowd().log(platform).path("given429").asInt()).isZero();
                assertThat(town.crowd().log(platform).path("brokenLimits").asInt())
                        .isZero();
            }
            assertThat(town.log()).contains("waiting for telegram:");
        }
    }
}
