package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** Whatever the platforms answer: nobody loses what they have paid for, and what has truly ended goes. */
class FaultRunsTest {
    private static final int SAMPLE = 80;
    private static final int WHOLE = 10_000;
    private static final int TOWNS = 2;

    /** In memory where there is such a folder: what takes time is to be the runs, not the disk. */
    @TempDir(factory = Memory.class, cleanup = CleanupMode.ALWAYS)
    Path folder;

    static final class Memory implements TempDirFactory {
        private static final Path SHARED = Path.of("/dev/shm");

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.isWritable(SHARED)
                    ? Files.createTempDirectory(SHARED, "lyceum-")
                    : Files.createTempDirectory("lyceum-");
        }
    }

    @Test
    void aFewRunsTakeNothingWrongly() {
        runs(SAMPLE);
    }

    @Test
    @Tag("soak")
    void tenThousandRunsTakeNothingWrongly() {
        runs(WHOLE);
    }

    /** Each town has its own hub; they are gone through side by side. */
    private void runs(int count) {
        List<FaultyTown.Tally> tallies = IntStream.range(0, TOWNS)
                .parallel()
                .mapToObj(town -> {
                    try (FaultyTown open = new FaultyTown(place(town), town + 7)) {
                        return open.runs(count / TOWNS);
                    }
                })
                .toList();

        assertThat(tallies).allSatisfy(tally -> {
            assertThat(tally.wrong()).isEmpty();
            assertThat(tally.runs()).isGreaterThanOrEqualTo(count / TOWNS);
            assertThat(tally.faults()).isGreaterThan(tally.runs());
            assertThat(tally.ends()).isGreaterThan(tally.runs() / 2);
        });
    }

    private Path place(int town) {
        try {
            return Files.createDirectory(folder.resolve("town" + town));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
