package lyceum.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.Test;

/** How much people may say, and when a room slows down. */
class PacingTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pacing pacing = new Pacing(60, 0);

    private static Guest guest(String name, Standing standing) {
        return new Guest(Ids.author(name), name, name, standing, false, Instant.MAX);
    }

    private Duration say(String name, long now) {
        return pacing.ask(guest(name, Standing.FAN), true, now);
    }

    @Test
    void aThirdOfAMinutesLinesMayComeAtOnceAndThenOneASecond() {
        for (int i = 0; i < 20; i++) {
            assertThat(say("ann", 0)).isZero();
        }

        assertThat(say("ann", 0)).isBetween(Duration.ofMillis(999), Duration.ofMillis(1_001));
        assertThat(say("bob", 0)).isZero();
        assertThat(say("ann", 2 * SECOND)).isZero();
    }

    @Test
    void aRoomThatNobodyCanReadSlowsDownUntilItIsHalfAsBusy() {
        for (int i = 0; i < 101; i++) {
            say("fan " + i, 0);
        }
        assertThat(pacing.count(5 * SECOND)).as("busy").isTrue();

        assertThat(say("ann", 5 * SECOND)).isZero();
        assertThat(say("ann", 6 * SECOND)).isEqualTo(Duration.ofSeconds(4));
        assertThat(pacing.ask(guest("ann", Standing.FAN), false, 6 * SECOND))
                .as("taking back")
                .isZero();
        assertThat(pacing.ask(guest("ada", Standing.CREATOR), true, 6 * SECOND)).isZero();
        assertThat(pacing.ask(guest("ada", Standing.CREATOR), true, 6 * SECOND)).isZero();

        for (int i = 0; i < 60; i++) {
            say("fan " + i, 7 * SECOND);
        }
        assertThat(pacing.count(10 * SECOND)).as("still more than half").isFalse();
        assertThat(pacing.count(15 * SECOND)).as("calm").isTrue();
        assertThat(say("ann", 16 * SECOND)).isZero();
        assertThat(say("ann", 16 * SECOND)).isZero();
    }

    @Test
    void whoMustWaitForPartOfAMillisecondIsToldToWait() {
        assertThat(Talk.Refusal.later("room.too-fast", Duration.ofNanos(1)).pause())
                .isEqualTo(Duration.ofMillis(1));
        assertThat(Talk.Refusal.later("room.too-fast", Duration.ofMillis(7)).pause())
                .isEqualTo(Duration.ofMillis(7));
    }
}
