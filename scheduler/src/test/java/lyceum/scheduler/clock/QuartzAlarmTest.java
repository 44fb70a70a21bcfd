package lyceum.scheduler.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bell of Quartz, on the machine's own clock. */
class QuartzAlarmTest {
    private static final Duration DELAY = Duration.ofMillis(300);

    private final QuartzAlarm alarm = QuartzAlarm.start();
    private final List<String> rung = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        alarm.close();
    }

    @Test
    void itRingsOnceAndNotBeforeItsTime() {
        long start = System.nanoTime();
        CompletableFuture<Duration> ring = new CompletableFuture<>();

        alarm.after(DELAY, () -> {
            rung.add("bell");
            ring.complete(Duration.ofNanos(System.nanoTime() - start));
        });
        alarm.after(DELAY.multipliedBy(3), () -> rung.add("later"));

        assertThat(ring.join()).isGreaterThan(DELAY.minusMillis(20));
        await().until(() -> rung.contains("later"));
        assertThat(rung).containsExactly("bell", "later");
    }

    @Test
    void bellsRingInTheOrderOfTheirTimes() {
        alarm.after(DELAY.multipliedBy(2), () -> rung.add("second"));
        alarm.after(DELAY, () -> rung.add("first"));

        await().until(() -> rung.size() == 2);

        assertThat(rung).containsExactly("first", "second");
    }

    @Test
    void whatIsDueAlreadyRingsAtOnce() {
        alarm.after(Duration.ofHours(-1), () -> rung.add("overdue"));

        await().until(() -> rung.contains("overdue"));
    }

    @Test
    void aRingThatThrowsStopsNoOther() {
        alarm.after(Duration.ZERO, () -> {
            throw new IllegalStateException("made to fail");
        });
        alarm.after(DELAY, () -> rung.add("other"));

        await().until(() -> rung.contains("other"));
    }

    @Test
    void closeWaitsForTheRingUnderWayAndAfterItNothingRings() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        alarm.after(Duration.ZERO, () -> {
            begun.countDown();
            rung.add("under way");
        });
        alarm.after(DELAY, () -> rung.add("never"));
        begun.await();

        alarm.close();
        assertThat(rung).containsExactly("under way");
        assertThatCode(() -> alarm.after(Duration.ZERO, () -> rung.add("too late")))
                .doesNotThrowAnyException();

        await().during(DELAY.multipliedBy(2)).until(() -> rung.size() == 1);
    }
}
