package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.program.bench.Kills;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void killedFiveTimesWhilePeopleTalkItLosesNothing() throws InterruptedException {
        holds(new Kills(folder, 5, System.err::println).run(5, 50), 5);
    }

    @Test
    @Tag("soak")
    void killedAHundredTimesWhilePeopleTalkItLosesNothing() throws InterruptedException {
        holds(new Kills(folder, 100, System.err::println).run(100, 50), 100);
    }

    private static void holds(Kills.Result result, int kills) {
        assertThat(result.said())
                .as("taken in each place")
                .allSatisfy((place, taken) -> assertThat(taken).isPositive());
        assertThat(result.lost()).isZero();
        assertThat(result.inversions()).isZero();
        assertThat(result.doubled("discord")).isZero();
        assertThat(result.doubled("room")).isZero();
        for (String unsettled : List.of("telegram", "twitch")) {
            assertThat(result.repeated(unsettled))
                    .as("messages that stand more than once on %s, each of them flagged", unsettled)
                    .isLessThanOrEqualTo(result.flagged().getOrDefault(unsettled, 0));
            assertThat(result.doubled(unsettled))
                    .as("copies too many on %s, four a kill at most", unsettled)
                    .isLessThanOrEqualTo(4 * kills);
        }
        assertThat(result.gaps())
                .as("gaps of Twitch that are marked everywhere")
                .isPositive();
    }
}
