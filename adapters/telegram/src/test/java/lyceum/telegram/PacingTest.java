package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PacingTest {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Pacing pacing = new Pacing(TelegramSettings.Pace.DOCUMENTED, () -> now);

    @Test
    void aShortBurstPassesAndThenOneASecond() {
        assertThat(speak(5)).isZero();
        assertThat(speak(5)).isZero();

        Duration wait = speak(5);

        assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        now = now.plus(wait);
        assertThat(speak(5)).isZero();
    }

    @Test
    void arrivalsNeverExceedTheDocumentedRates() {
        Random random = new Random(1);
        List<Instant> all = new ArrayList<>();
        Map<Long, List<Instant>> arrivals = new HashMap<>();
        long[] rooms = LongStream.rangeClosed(-1, 40).filter(room -> room != 0).toArray();
        Instant end = now.plusSeconds(300);
        while (now.isBefore(end)) {
            for (long room : rooms) {
                if (pacing.ask(room).isZero()) {
                    Instant arrival = now.plusMillis(random.nextInt(15));
                    all.add(arrival);
                    arrivals.computeIfAbsent(room, _ -> new ArrayList<>()).add(arrival);
                    now = arrival.plusMillis(random.nextInt(15));
                    pacing.spoken(room);
                }
            }
            now = now.plusMillis(random.nextInt(60));
        }
        assertThat(most(all, Duration.ofSeconds(1))).isLessThanOrEqualTo(30);
        for (long room : rooms) {
            List<Instant> here = arrivals.getOrDefault(room, List.of());
            assertThat(most(here, Duration.ofSeconds(2))).isLessThanOrEqualTo(2);
            assertThat(most(here, Duration.ofSeconds(60))).isLessThanOrEqualTo(room < 0 ? 20 : 60);
        }
        assertThat(arrivals.get(-1L)).hasSizeGreaterThanOrEqualTo(98);
        assertThat(arrivals.get(3L)).hasSizeGreaterThan(150);
    }

    @Test
    void fiftyThousandLooksTakeLessThanAnHourAndNeverMoreThanTwentyASecond() {
        List<Instant> looks = new ArrayList<>();
        Instant start = now;
        while (looks.size() < 50_000) {
            Duration wait = pacing.look();
            if (wait.isZero()) {
                looks.add(now);
                now = now.plusMillis(5);
                pacing.looked();
            } else {
                now = now.plus(wait);
            }
        }
        assertThat(Duration.between(start, now)).isLessThan(Duration.ofHours(1));
        for (int i = 20; i < looks.size(); i++) {
            assertThat(Duration.between(looks.get(i - 20), looks.get(i))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
        assertThat(speak(5)).isZero();
    }

    @Test
    void whatIsUnderWayCounts() {
        assertThat(pacing.ask(5)).isZero();
        assertThat(pacing.ask(5)).isZero();
        now = now.plusSeconds(60);

        assertThat(pacing.ask(5)).isPositive();
    }

    @Test
    void silenceHoldsForItsChatOnlyAlsoWithoutLimits() {
        Pacing free = new Pacing(TelegramSettings.Pace.OFF, () -> now);
        free.silence(5, Duration.ofSeconds(7));

        assertThat(free.ask(5)).isEqualTo(Duration.ofSeconds(7));
        assertThat(free.ask(6)).isZero();
        now = now.plusSeconds(7);
        for (int i = 0; i < 1000; i++) {
            assertThat(free.ask(5)).isZero();
            free.spoken(5);
        }
    }

    @Test
    void aClockThatIsSetBackSilencesNobodyForLong() {
        speak(5);
        speak(5);
        now = now.minus(Duration.ofDays(1));

        assertThat(speak(5)).isZero();
    }

    private Duration speak(long chat) {
        Duration wait = pacing.ask(chat);
        if (wait.isZero()) {
            pacing.spoken(chat);
        }
        return wait;
    }

    /** The most arrivals in any stretch of that length. */
    private static int most(List<Instant> arrivals, Duration length) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < arrivals.size(); to++) {
            while (!arrivals.get(from).plus(length).isAfter(arrivals.get(to))) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
