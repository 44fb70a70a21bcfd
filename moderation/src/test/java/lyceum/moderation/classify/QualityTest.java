package lyceum.moderation.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The usual measures of a classifier. */
class QualityTest {
    @Test
    void theMeasuresAreTheUsualOnes() {
        Quality quality = new Quality(40, 10, 5, 45);

        assertThat(quality.accuracy()).isEqualTo(0.85);
        assertThat(quality.macroF1()).isEqualTo((80.0 / 95 + 90.0 / 105) / 2, within(1e-12));
        assertThat(quality.correlation()).isEqualTo((40 * 45 - 5 * 10) / Math.sqrt(45.0 * 50 * 50 * 55), within(1e-12));
        assertThat(quality.falseAlarms()).isEqualTo(0.1);
    }

    @Test
    void whatIsAllOfOneKindHasMeasuresToo() {
        Quality quality = new Quality(0, 0, 0, 7);

        assertThat(quality.accuracy()).isEqualTo(1);
        assertThat(quality.correlation()).isZero();
        assertThat(quality.falseAlarms()).isZero();
    }

    @Test
    void theShippedModelIsJudgedOnWhatItIsGiven() {
        Quality quality = Quality.of(
                LinearModel.shipped("spam"),
                List.of(
                        new Example("WINNER!! claim your FREE £1000 prize now, text WIN to 80086", true),
                        new Example("see you at the lecture tomorrow", false)));

        assertThat(quality).isEqualTo(new Quality(1, 0, 0, 1));
    }
}
