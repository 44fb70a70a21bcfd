package lyceum.scheduler.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** However many people there are, the last is told well before the class, and no second has more than the platform takes. */
class WaveTest {
    private static final Instant STARTS = Instant.parse("2026-03-08T11:00:00Z");
    private static final int PACE = 25;

    @Test
    void theFirstPersonIsToldAtTheTimeThatWasPromised() {
        Wave wave = new Wave(STARTS, Duration.ofMinutes(5), PACE);

        assertThat(wave.due(0)).isEqualTo(STARTS.minusSeconds(300));
    }

    @Test
    void tenThousandPeopleAreToldBeforeTheClassAtThePace() {
        Wave wave = new Wave(STARTS, Duration.ofMinutes(5), PACE);

        Map<Long, Long> perSecond = LongStream.range(0, 10_000)
                .mapToObj(place -> wave.due(place).getEpochSecond())
                .collect(Collectors.groupingBy(second -> second, Collectors.counting()));

        assertThat(perSecond.values()).allMatch(count -> count <= PACE);
        assertThat(perSecond.keySet())
                .allMatch(second -> second <= STARTS.minusSeconds(150).getEpochSecond())
                .allMatch(second -> second >= STARTS.minusSeconds(600).getEpochSecond());
    }

    @Test
    void aMillionPeopleAreToldBeforeTheClassToo() {
        Wave wave = new Wave(STARTS, Duration.ofMinutes(5), PACE);

        assertThat(wave.due(999_999)).isBefore(STARTS);
        assertThat(wave.due(999_999)).isAfter(STARTS.minus(Duration.ofHours(12)));
    }

    @Test
    void withoutALimitEverybodyIsToldAtOnce() {
        Wave wave = new Wave(STARTS, Duration.ofHours(1), null);

        assertThat(wave.due(9_999)).isEqualTo(STARTS.minusSeconds(3_600));
    }
}
