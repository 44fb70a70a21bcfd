package lyceum.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The documented rates, and what counts as breaking them. */
class RatesTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final Visitor visitor = new Visitor(sandbox);

    @AfterEach
    void stop() {
        visitor.close();
        sandbox.close();
    }

    private JsonNode send(long chat) {
        return visitor.hub("sendMessage", "{'chat_id':" + chat + ",'text':'x'}");
    }

    @Test
    void aShortBurstPassesAndMoreMustWait() {
        for (int i = 0; i < 3; i++) {
            assertThat(send(Visitor.GENERAL).path("ok").asBoolean()).isTrue();
        }

        JsonNode fourth = send(Visitor.GENERAL);

        assertThat(fourth.toString())
                .isEqualTo(
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 1\",\"parameters\":{\"retry_after\":1}}");
        assertThat(send(Visitor.MODERATORS).path("ok").asBoolean())
                .as("another chat has its own allowance")
                .isTrue();
        assertThat(visitor.log().path("given429").asInt()).isEqualTo(1);
        assertThat(visitor.log().path("brokenLimits").asInt()).isZero();
    }

    @Test
    void whoDoesNotWaitBreaksTheLimit() {
        for (int i = 0; i < 4; i++) {
            send(Visitor.GENERAL);
        }

        assertThat(send(Visitor.GENERAL).path("error_code").asInt()).isEqualTo(429);
        assertThat(visitor.log().path("brokenLimits").asInt()).isEqualTo(1);
        assertThat(visitor.log().path("given429").asInt()).isEqualTo(2);
    }

    @Test
    void whoWaitsIsServedAgain() {
        for (int i = 0; i < 4; i++) {
            send(Visitor.GENERAL);
        }
        visitor.time(Instant.now().plusSeconds(2).toString());

        assertThat(send(Visitor.GENERAL).path("ok").asBoolean()).isTrue();
        assertThat(visitor.log().path("brokenLimits").asInt()).isZero();
    }

    @Test
    void aGroupTakesTwentyAMinute() {
        Instant start = Instant.parse("2027-01-01T00:00:00Z");
        for (int i = 0; i < 20; i++) {
            visitor.time(start.plusSeconds(i).toString());
            assertThat(send(Visitor.GENERAL).path("ok").asBoolean()).isTrue();
        }
        visitor.time(start.plusSeconds(25).toString());

        int wait = send(Visitor.GENERAL).at("/parameters/retry_after").asInt();

        assertThat(wait).isBetween(34, 36);
        visitor.time(start.plusSeconds(62).toString());
        assertThat(send(Visitor.GENERAL).path("ok").asBoolean()).isTrue();
    }

    @Test
    void aBotSendsThirtyASecondInAll() {
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            visitor.says("private", "fan" + i, "hi");
            people.add(visitor.look("people/fan" + i).path("id").asLong());
        }

        List<Boolean> sent = people.stream()
                .map(id -> {
                    visitor.time("2027-01-01T00:00:00Z");
                    return send(id).path("ok").asBoolean();
                })
                .toList();

        assertThat(sent.subList(0, 30)).containsOnly(true);
        assertThat(sent.getLast()).isFalse();
    }

    @Test
    void aPlannedRefusalMustBeWaitedForEvenWithoutRates() {
        visitor.deed("faults", "{'kind':'429','count':1,'seconds':3,'method':'sendMessage'}");

        assertThat(send(Visitor.GENERAL).at("/parameters/retry_after").asInt()).isEqualTo(3);
        assertThat(send(Visitor.GENERAL).path("error_code").asInt()).isEqualTo(429);
        assertThat(visitor.log().path("brokenLimits").asInt()).isEqualTo(1);
        visitor.time(Instant.now().plusSeconds(4).toString());
        assertThat(send(Visitor.GENERAL).path("ok").asBoolean()).isTrue();
    }
}
