package lyceum.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.discord.Limits.Announced;
import org.junit.jupiter.api.Test;

final class LimitsTest {
    private static final String ROUTE = "POST/channels/200000000000000001/messages";
    private static final String OTHER = "POST/channels/200000000000000002/messages";

    private final Limits limits = new Limits();

    @Test
    void anAnnouncedRateIsKeptAndItsResetAwaited() {
        send(ROUTE, new Announced("b", 5, 1, 3.0));
        send(ROUTE, new Announced("b", 5, 0, 2.9));

        assertThat(limits.reserve(ROUTE))
                .isBetween(
                        Duration.ofMillis(2700).toNanos(), Duration.ofSeconds(3).toNanos());
    }

    @Test
    void channelsAreCountedApart() {
        send(ROUTE, new Announced("b", 5, 0, 3.0));

        assertThat(limits.reserve(OTHER)).isZero();
    }

    @Test
    void theSecondRequestOnAnUnknownRouteWaitsForTheFirstAnswer() {
        assertThat(limits.reserve(ROUTE)).isZero();

        assertThat(limits.reserve(ROUTE)).isBetween(1L, Duration.ofMillis(20).toNanos());
    }

    @Test
    void aRequestThatFailsLeavesTheRouteToTheNext() {
        limits.reserve(ROUTE);
        limits.done(ROUTE);

        assertThat(limits.reserve(ROUTE)).isZero();
    }

    @Test
    void whatIsUnderWayIsCountedBeforeItsAnswer() {
        send(ROUTE, new Announced("b", 5, 2, 3.0));
        limits.reserve(ROUTE);
        limits.reserve(ROUTE);
        limits.learn(ROUTE, new Announced("b", 5, 1, 3.0));

        assertThat(limits.reserve(ROUTE)).isPositive();
    }

    @Test
    void allRoutesTogetherStayBelowFiftyASecond() {
        for (int i = 0; i < 20; i++) {
            limits.reserve("POST/channels/" + i + "/messages");
        }

        assertThat(limits.reserve("POST/channels/99/messages")).isPositive();
    }

    @Test
    void aServerThatAnnouncesNothingIsNotPaced() {
        limits.reserve(ROUTE);
        limits.learnNothing(ROUTE);

        for (int i = 0; i < 1_000; i++) {
            assertThat(limits.reserve(ROUTE)).isZero();
        }
    }

    @Test
    void aRefusalPausesTheRouteOrAllOfThem() {
        limits.pause(ROUTE, Duration.ofSeconds(2), false);
        assertThat(limits.reserve(ROUTE)).isGreaterThan(Duration.ofSeconds(1).toNanos());
        assertThat(limits.reserve(OTHER)).isZero();

        limits.pause(ROUTE, Duration.ofSeconds(2), true);
        assertThat(limits.reserve(OTHER + "/elsewhere"))
                .isGreaterThan(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void idsButTheFirstAreAlikeAndSecretsAreNotShown() {
        assertThat(Call.delete("/channels/200000000000000001/messages/900000000000000001")
                        .route())
                .isEqualTo(Call.delete("/channels/200000000000000001/messages/900000000000000002")
                        .route());
        assertThat(Call.get("/webhooks/400000000000000001/s3cret/messages/1?x=1")
                        .toString())
                .doesNotContain("s3cret");
        assertThat(Call.get("/interactions/400000000000000001/s3cret/callback").toString())
                .doesNotContain("s3cret");
    }

    private void send(String route, Announced answer) {
        assertThat(limits.reserve(route)).isZero();
        limits.learn(route, answer);
    }
}
