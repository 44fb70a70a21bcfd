package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lyceum.program.bench.Kills;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed while people talk has lost nothing and said nothing twice, but what a platform leaves unsettled, and that is flagged. */
class KillsJourney {
    @TempDir
    Path folder;

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
