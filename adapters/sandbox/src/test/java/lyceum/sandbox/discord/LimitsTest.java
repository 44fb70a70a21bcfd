package lyceum.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.world.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The documented rates, how they are told and counted, and planned faults of requests. */
class LimitsTest {
    private static final String GENERAL = "/discord/api/v10/channels/" + Snowflakes.GENERAL;
    private static final String MESSAGES = GENERAL + "/messages";

    private Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private Caller hub = new Caller(sandbox.url(), Bot.HUB.token());
    private Caller people = new Caller(sandbox.url());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private JsonNode log() {
        return people.get("/sandbox/discord/log");
    }

    private HttpResponse<byte[]> post() {
        return hub.send("POST", MESSAGES, "{'content':'x'}");
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    /** Moves the world on by seconds. */
    private void pass(int seconds) {
        Instant now = Instant.parse(people.get("/sandbox/clock").path("now").asText());
        people.send("PUT", "/sandbox/clock", "{'now':'" + now.plusSeconds(seconds) + "'}");
    }

    @Test
    void fiveMessagesInFiveSecondsPassAndTheHeadersSayWhatIsLeft() {
        HttpResponse<byte[]> first = post();
        assertThat(header(first, "X-RateLimit-Limit")).isEqualTo("5");
        assertThat(header(first, "X-RateLimit-Remaining")).isEqualTo("4");
        assertThat(Double.parseDouble(header(first, "X-RateLimit-Reset-After"))).isBetween(0.0, 5.0);
        for (int i = 2; i <= 5; i++) {
            assertThat(header(post(), "X-RateLimit-Remaining")).isEqualTo(Integer.toString(5 - i));
        }

        HttpResponse<byte[]> sixth = post();

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(Json.read(sixth.body()).path("retry_after").asDouble()).isBetween(0.001, 5.0);
        assertThat(Json.read(sixth.body()).path("global").asBoolean()).isFalse();
        assertThat(log().path("given429").asInt()).isEqualTo(1);
        assertThat(log().path("brokenLimits").asInt())
                .as("none was left, and it was told")
                .isEqualTo(1);
        pass(6);
        assertThat(post().statusCode()).as("the world's clock counts").isEqualTo(200);
    }

    @Test
    void aWebhookTakesFiveInTwoSeconds() {
        JsonNode webhook = hub.post(GENERAL + "/webhooks", "{'name':'W'}");
        String path = "/discord/api/v10/webhooks/" + webhook.path("id").asText() + "/"
                + webhook.path("token").asText();
        for (int i = 0; i < 5; i++) {
            assertThat(people.send("POST", path, "{'content':'x'}").statusCode())
                    .isEqualTo(204);
        }

        assertThat(people.send("POST", path, "{'content':'x'}").statusCode()).isEqualTo(429);
        pass(3);
        assertThat(people.send("POST", path, "{'content':'x'}").statusCode()).isEqualTo(204);
    }

    @Test
    void aBotMakesFiftyRequestsASecond() {
        HttpResponse<byte[]> last = hub.send("GET", "/discord/api/v10/users/@me", "");
        for (int i = 0; i < 5_000 && last.statusCode() == 200; i++) {
            last = hub.send("GET", "/discord/api/v10/users/@me", "");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(header(last, "X-RateLimit-Global")).isEqualTo("true");
        assertThat(Json.read(last.body()).path("global").asBoolean()).isTrue();
    }

    @Test
    void withLimitsOffNothingIsSlowedAndNoBucketIsAnnounced() {
        sandbox.close();
        sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
        hub = new Caller(sandbox.url(), Bot.HUB.token());
        people = new Caller(sandbox.url());

        for (int i = 0; i < 100; i++) {
            HttpResponse<byte[]> response = post();
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "X-RateLimit-Bucket")).isEqualTo("none");
        }
        assertThat(people.get("/sandbox/limits").path("limits").asText()).isEqualTo("off");
    }

    @Test
    void plannedFaultsHitTheNextMatchingRequests() {
        people.post("/sandbox/discord/faults", "{'kind':'429','count':1,'seconds':60,'method':'POST /channels'}");
        people.post("/sandbox/discord/faults", "{'kind':'500','count':1}");
        people.post("/sandbox/discord/faults", "{'kind':'no-permission','count':1}");

        assertThat(hub.send("GET", GENERAL, "").statusCode()).isEqualTo(500);
        HttpResponse<byte[]> limited = post();
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(Json.read(limited.body()).path("retry_after").asDouble()).isEqualTo(60.0);
        assertThat(hub.send("GET", GENERAL, "").statusCode()).isEqualTo(403);
        assertThat(log().path("brokenLimits").asInt()).isZero();
        assertThat(post().statusCode()).isEqualTo(200);
        assertThat(log().path("brokenLimits").asInt()).as("it did not wait").isEqualTo(1);
    }

    @Test
    void aTimeoutAfterAcceptingHangsUpWhenTheMessageStands() {
        people.post("/sandbox/discord/faults", "{'kind':'timeout-after-accept','count':1,'seconds':0.1}");

        org.assertj.core.api.Assertions.assertThatThrownBy(this::post).isInstanceOf(java.io.UncheckedIOException.class);

        assertThat(people.get("/sandbox/discord/general/messages")).hasSize(1);
        people.send("DELETE", "/sandbox/discord/faults", "");
        assertThat(post().statusCode()).isEqualTo(200);
    }
}
