package lyceum.sandbox.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EventSub by WebSocket on the bare wire. */
@Timeout(60)
class EventSubTest {
    private static final String SUBSCRIBE = "channel.subscribe";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final Visitor visitor = new Visitor(sandbox);
    private final String url = sandbox.url() + "/twitch/eventsub";

    @AfterEach
    void close() {
        visitor.close();
        sandbox.close();
    }

    private Visitor.Answer subscribe(String session, String type) {
        return visitor.helix(
                "POST",
                "/eventsub/subscriptions",
                "{'type':'%s','version':'1','condition':{'broadcaster_user_id':'600000001'},'transport':{'method':'websocket','session_id':'%s'}}"
                        .formatted(type, session));
    }

    @Test
    void theWelcomeTellsTheSessionAndHowOftenItLives() {
        try (RawEventSub client = new RawEventSub(url + "?keepalive_timeout_seconds=30")) {
            JsonNode session = client.hear("session_welcome").at("/payload/session");

            assertThat(session.path("id").asText()).isNotEmpty();
            assertThat(session.path("status").asText()).isEqualTo("connected");
            assertThat(session.path("keepalive_timeout_seconds").asInt()).isEqualTo(30);
            assertThat(session.path("reconnect_url").isNull()).isTrue();
        }
    }

    @Test
    void aSubscriptionIsToldOfAndListedUntilItsConnectionEnds() {
        try (RawEventSub client = new RawEventSub(url)) {
            Visitor.Answer made = subscribe(client.session(), SUBSCRIBE);
            visitor.deed("ada/subscribe", "{'who':'ann','tier':'2000'}");

            JsonNode told = client.hear("notification");
            assertThat(made.status()).isEqualTo(202);
            assertThat(made.body().path("max_total_cost").asInt()).isEqualTo(10);
            assertThat(told.at("/metadata/subscription_type").asText()).isEqualTo(SUBSCRIBE);
            assertThat(told.at("/payload/subscription/status").asText()).isEqualTo("enabled");
            assertThat(told.at("/payload/event/user_login").asText()).isEqualTo("ann");
            assertThat(told.at("/payload/event/is_gift").asBoolean()).isFalse();
            assertThat(subscriptions()).hasSize(1);
        }
        await().until(() -> subscriptions().isEmpty());
    }

    private JsonNode subscriptions() {
        return visitor.helix("GET", "/eventsub/subscriptions", "").body().path("data");
    }

    @Test
    void aGiftIsToldTwiceOnceForEachSide() {
        try (RawEventSub client = new RawEventSub(url)) {
            subscribe(client.session(), SUBSCRIBE);
            subscribe(client.session(), "channel.subscription.gift");
            visitor.deed("ada/subscribe", "{'who':'ann','tier':'1000','gift':'bob'}");
            visitor.deed("ada/subscribe", "{'who':'dora','gift':true}");

            await().until(() -> client.all("notification").size() == 4);
            assertThat(client.all("notification"))
                    .extracting(frame -> frame.at("/payload/event/user_name").asText() + " "
                            + frame.at("/payload/event/is_gift").asText()
                            + frame.at("/payload/event/is_anonymous").asText())
                    .containsExactly("bob true", "ann false", "dora true", "null true");
        }
    }

    @Test
    void withoutASessionThereIsNoSubscription() {
        assertThat(subscribe("none", SUBSCRIBE).status()).isEqualTo(400);
        try (RawEventSub client = new RawEventSub(url)) {
            assertThat(subscribe(client.session(), "channel.nonsense").status()).isEqualTo(400);
            assertThat(subscribe(client.session(), SUBSCRIBE).status()).isEqualTo(202);
            assertThat(subscribe(client.session(), SUBSCRIBE).status()).isEqualTo(409);
        }
    }

    @Test
    void aFourthConnectionWithSubscriptionsIsRefused() {
        List<RawEventSub> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(new RawEventSub(url));
        }

        assertThat(clients)
                .extracting(each -> subscribe(each.session(), SUBSCRIBE).status())
                .containsExactly(202, 202, 202, 429);
        clients.forEach(RawEventSub::close);
    }

    @Test
    void whoIsAskedToReconnectKeepsTheSessionWithoutMissingOrDoublingAnything() {
        try (RawEventSub old = new RawEventSub(url)) {
            String session = old.session();
            subscribe(session, SUBSCRIBE);
            visitor.deed("ada/reconnect", "{}");
            String address = old.hear("session_reconnect")
                    .at("/payload/session/reconnect_url")
                    .asText();
            visitor.deed("ada/subscribe", "{'who':'ann'}");
            old.hear("notification");
            try (RawEventSub fresh = new RawEventSub(address)) {
                assertThat(fresh.session()).isEqualTo(session);
                visitor.deed("ada/subscribe", "{'who':'bob'}");
                fresh.hear("notification");

                assertThat(old.closed()).isEqualTo(4004);
                assertThat(fresh.all("notification")).hasSize(1);
                assertThat(old.all("notification")).hasSize(1);
                assertThat(subscriptions()).hasSize(1);
            }
        }
    }

    @Test
    void anAddressThatNobodyWasAskedToComeToIsRefused() {
        try (RawEventSub client = new RawEventSub(url);
                RawEventSub liar = new RawEventSub(url + "?reconnect=" + client.session());
                RawEventSub other = new RawEventSub(url + "?reconnect=nonsense")) {
            assertThat(liar.closed()).isEqualTo(4007);
            assertThat(other.closed()).isEqualTo(4007);
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void whoSpeaksIsClosed() {
        try (RawEventSub client = new RawEventSub(url)) {
            client.session();
            client.say("hello");
            assertThat(client.closed()).isEqualTo(4001);
        }
    }

    @Test
    void whoSubscribesToNothingIsClosedAfterTenSecondsAndWhoDidIsKeptAlive() {
        try (RawEventSub idle = new RawEventSub(url);
                RawEventSub busy = new RawEventSub(url)) {
            subscribe(busy.session(), SUBSCRIBE);

            assertThat(idle.closed()).isEqualTo(4003);
            busy.hear("session_keepalive");
            assertThat(busy.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4000, 4002, 4005, 4006})
    void itCanBeClosedWithAnyCodeOfTwitchs(int code) {
        try (RawEventSub client = new RawEventSub(url)) {
            client.session();
            visitor.deed("ada/close", "{'code':" + code + "}");
            assertThat(client.closed()).isEqualTo(code);
        }
    }

    @Test
    void aTokenThatIsTakenBackEndsItsSubscriptions() {
        try (RawEventSub client = new RawEventSub(url)) {
            subscribe(client.session(), SUBSCRIBE);
            visitor.deed("ada/token", "{'valid':false}");

            JsonNode told = client.hear("revocation").at("/payload/subscription");
            assertThat(told.path("status").asText()).isEqualTo("authorization_revoked");
            assertThat(told.path("type").asText()).isEqualTo(SUBSCRIBE);
        }
    }
}
