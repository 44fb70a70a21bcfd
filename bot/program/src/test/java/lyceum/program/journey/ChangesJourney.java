package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lyceum.program.bench.Changers;
import lyceum.program.simulation.Count;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of four places talk, change what they said and take it back: every room shows the last word of it, once and in order. */
class ChangesJourney {
    @TempDir
    Path folder;

    @Test
    void whatIsChangedOrTakenBackUnderWayStandsInItsLastWordsOnce() throws InterruptedException {
        talks(400, 100);
    }

    @Test
    @Tag("soak")
    void soDoesALongTalk() throws InterruptedException {
        talks(5_000, 250);
    }

    private void talks(int each, int rate) throws InterruptedException {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            Changers changers = new Changers(town.crowd(), each, 4);

            Count count = changers.run(rate);

            assertThat(changers.changes()).isGreaterThan(each / 4);
            assertThat(count.copies()).isGreaterThan(each);
            assertThat(count.lost()).as("lost").isZero();
            assertThat(count.doubled()).as("doubled").isZero();
            assertThat(count.kept()).as("taken back and still there").isZero();
            assertThat(count.stale()).as("with earlier words").isZero();
            assertThat(count.inversions()).as("out of order").isZero();
        }
    }
}
