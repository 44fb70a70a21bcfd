package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lyceum.kernel.event.Place.HearingGap;
import lyceum.kernel.platform.PlatformRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms that keep no history: what cannot be heard any more is said to be missing. */
public interface GapContract extends OnStage {
    @Test
    @DisplayName("A broken connection is told as a gap, once it is heard again, and what follows is brought")
    default void aBrokenConnectionIsToldAsAGap() {
        String words = scene().fresh("tunnel");
        Instant before = scene().stage().now();
        int gaps = scene().ears().all(HearingGap.class).size();
        scene().stage().suffer(Fault.DISCONNECT, 1);

        scene().stage().say("bob", words + " in the dark");

        scene().ears()
                .hear(
                        HearingGap.class,
                        _ -> scene().ears().all(HearingGap.class).size() > gaps);
        HearingGap gap = scene().ears().all(HearingGap.class).getLast();
        assertThat(gap.room()).isEqualTo(scene().room());
        assertThat(gap.from()).isBefore(gap.until());
        assertThat(gap.from()).isCloseTo(before, within(5, ChronoUnit.SECONDS));
        scene().stage().say("bob", words + " in the light");
        scene().ears().hear(words + " in the light");
        assertThat(scene().ears().words(words)).containsExactly(words + " in the light");
    }

    @Test
    @DisplayName("What was said while the hub was away is told as a gap when it comes back")
    default void anAbsenceIsToldAsAGap() throws PlatformRefused {
        String words = scene().fresh("holiday");
        int gaps = scene().ears().all(HearingGap.class).size();
        scene().leave();

        scene().stage().say("bob", words + " while you were away");
        Instant said = scene().stage().now();
        scene().comeBack();

        scene().ears()
                .hear(
                        HearingGap.class,
                        _ -> scene().ears().all(HearingGap.class).size() > gaps);
        HearingGap gap = scene().ears().all(HearingGap.class).getLast();
        assertThat(gap.from()).isBefore(said);
        assertThat(gap.until()).isAfter(said);
    }
}
