package lyceum.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much one connection may send. */
class FloodTest {
    @Test
    void twoHundredMessagesMayComeAtOnceAndThenAsManyASecondAsWasSaid() {
        Flood flood = new Flood(20, 0);
        for (int i = 0; i < 200; i++) {
            assertThat(flood.isOver(0)).isFalse();
        }

        assertThat(flood.isOver(0)).isTrue();
        assertThat(flood.isOver(Duration.ofSeconds(1).toNanos())).isFalse();
    }
}
