package lyceum.kernel.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones are found by name, and guessed from what people write instead. */
class ZonesTest {
    private final Zones zones = new Zones();

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,Europe/Berlin",
        "europe/berlin,Europe/Berlin",
        "America/New York,America/New_York",
        "utc,UTC",
        "' Asia/Shanghai ',Asia/Shanghai"
    })
    void aZoneIsFoundHoweverItIsWritten(String typed, String zone) {
        assertThat(zones.find(typed)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "Berlin,Europe/Berlin",
        "Europe/Berlni,Europe/Berlin",
        "Shangai,Asia/Shanghai",
        "Beijing,Asia/Shanghai",
        "北京,Asia/Shanghai",
        "San Francisco,America/Los_Angeles",
        "Asia/Beijing,Asia/Shanghai",
        "new york,America/New_York",
        "Tokio,Asia/Tokyo"
    })
    void theLikeliestZoneIsSuggestedFirst(String typed, String zone) {
        assertThat(zones.find(typed)).isEmpty();
        assertThat(zones.nearest(typed)).hasSizeBetween(1, 3).first().isEqualTo(ZoneId.of(zone));
    }

    @Test
    void nonsenseOfAnyLengthIsAnswered() {
        assertThat(zones.nearest("x".repeat(100_000))).hasSize(3);
        assertThat(zones.nearest("")).hasSize(3);
        assertThat(zones.find("")).isEmpty();
    }
}
