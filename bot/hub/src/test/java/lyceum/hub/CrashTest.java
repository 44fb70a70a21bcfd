package lyceum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.hub.Fate.Point;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub that is stopped dead at any point of a message's way loses nothing, doubles nothing silently, and keeps the order. */
class CrashTest {
    private static final int MOST_LIVES = 50;

    /** More for each of two rooms than is granted ahead. */
    private static final int BACKLOG = 2 * (Shell.AHEAD + 50);

    private static final String[] ROOMS = {"a", "b", "c", "d", "e", "f"};

    @TempDir
    Path folder;

    private final List<Throwable> defects = new CopyOnWriteArrayList<>();
    private @Nullable UncaughtExceptionHandler before;

    @BeforeEach
    void expectDeath() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, error) -> {
            if (!(error instanceof Fate.Death)) {
                defects.add(error);
            }
        });
    }

    @AfterEach
    void nothingElseFailed() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        assertThat(defects).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDeathAtAnyPointOfTheWayLosesNothing(Point point) {
        Lives lives = new Lives(folder, 1, ROOMS);
        boolean died = false;
        for (int i = 0; i < MOST_LIVES && !died; i++) {
            lives.live(Fate.at(Point.STANDS, 3), 30);
            died = lives.live(Fate.at(point, 0), 30);
        }

        lives.live(Fate.peaceful(), 30);

        assertThat(died).isTrue();
        lives.check();
    }

    @Test
    void aDeathWithALongBacklogLosesNothing() {
        Lives lives = new Lives(folder, 2, "a");

        assertThat(lives.live(Fate.at(Point.STANDS, 20), BACKLOG)).isTrue();
        assertThat(lives.live(Fate.at(Point.STANDS, 20), 0)).isTrue();
        assertThat(lives.live(Fate.at(Point.SETTLING, 0), 0)).isTrue();
        lives.live(Fate.peaceful(), 0);

        lives.check();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void aHundredDeathsAtRandomPointsLoseNothing(long seed) {
        diesAtRandom(seed, 100);
    }

    @Test
    @Tag("soak")
    void aThousandDeathsAtRandomPointsLoseNothing() {
        diesAtRandom(20, 1_000);
    }

    private void diesAtRandom(long seed, int deaths) {
        Random random = new Random(seed);
        Lives lives = new Lives(folder, seed, ROOMS);
        Point[] points = Point.values();
        for (int life = 0; lives.deaths() < deaths && life < 10 * deaths; life++) {
            lives.live(Fate.at(points[random.nextInt(points.length)], random.nextInt(8)), random.nextInt(40));
        }

        lives.live(Fate.peaceful(), 10);

        assertThat(lives.deaths()).isEqualTo(deaths);
        lives.check();
    }
}
