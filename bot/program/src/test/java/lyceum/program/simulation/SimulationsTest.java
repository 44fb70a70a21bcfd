package lyceum.program.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether what is said in four joined rooms stands in all of them, once and in order, whatever comes in between. */
class SimulationsTest {
    @TempDir
    Path folder;

    @Test
    void messagesThatAreChangedAndTakenBackUnderWayStandOnceInOrderAndInTheirLastWords() {
        nothingIsMissing(Simulations.talk(folder.resolve("talk.db"), 20_000));
    }

    @Test
    @Tag("soak")
    void soDoesAMillion() {
        nothingIsMissing(Simulations.talk(folder.resolve("talk.db"), 1_000_000));
    }

    @Test
    void tenTimesWhatThePlatformsLetThroughArrivesTogetherAndNoLimitIsBroken() {
        Simulations.Overloaded overloaded = Simulations.overload(folder.resolve("overload.db"));

        nothingIsMissing(overloaded.count());
        assertThat(overloaded.count().refusals()).isZero();
        assertThat(overloaded.count().shared()).isPositive();
    }

    @Test
    void aBacklogIsAllThereAndHoldsUpNobody() throws InterruptedException {
        Simulations.Backlog backlog = Simulations.backlog(folder.resolve("backlog.db"), 2_000);

        nothingIsMissing(backlog.count());
        assertThat(backlog.late())
                .as("ms; what waits behind the backlog is as late as it takes")
                .isBetween(0.0, backlog.millis() / 2);
    }

    private static void nothingIsMissing(Count count) {
        assertThat(count.copies()).isPositive();
        assertThat(count.lost()).as("lost").isZero();
        assertThat(count.doubled()).as("doubled").isZero();
        assertThat(count.kept()).as("taken back and still there").isZero();
        assertThat(count.stale()).as("with earlier words").isZero();
        assertThat(count.inversions()).as("out of order").isZero();
    }
}
