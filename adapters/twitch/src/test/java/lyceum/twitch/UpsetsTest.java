package lyceum.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.Place.HearingGap;
import lyceum.kernel.event.Place.StreamChanged;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the adapter does where Twitch breaks something. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpsetsTest {
    private final Stand stand;

    UpsetsTest() throws PlatformRefused {
        stand = new Stand(SandboxSettings.passingWithoutLimits(), TwitchSettings.Pace.OFF);
    }

    @AfterAll
    void close() {
        stand.close();
    }

    private void subscribed() {
        await().atMost(Duration.ofSeconds(20)).until(() -> stand.subscriptions() == 9);
    }

    @Test
    void anEventSubThatIsClosedIsJoinedAnewAndTellsOnceEach() throws Exception {
        for (int code : new int[] {4000, 4003, 4005}) {
            subscribed();
            stand.call("POST", "/ada/close", "{\"code\":" + code + "}");
            await().until(() -> stand.subscriptions() == 0);
        }
        subscribed();

        stand.call("POST", "/ada/live", "{\"on\":true}");
        stand.ears().hear(StreamChanged.class, StreamChanged::live);
        stand.call("POST", "/ada/live", "{\"on\":false}");
        stand.ears().hear(StreamChanged.class, change -> !change.live());

        assertThat(stand.ears().all(StreamChanged.class)).hasSize(2);
    }

    @Test
    void aGiftIsToldWithItsGiver() throws Exception {
        subscribed();
        stand.call("POST", "/ada/subscribe", "{\"who\":\"ann\",\"tier\":\"3000\",\"gift\":\"小明\"}");
        stand.call("POST", "/ada/subscribe", "{\"who\":\"dora\",\"gift\":true}");

        SubscriptionChanged given = stand.ears()
                .hear(SubscriptionChanged.class, each -> each.speaker().name().equals("小明"));
        SubscriptionChanged unknown = stand.ears()
                .hear(SubscriptionChanged.class, each -> each.speaker().name().equals("dora"));
        assertThat(given.giver()).matches(giver -> giver.name().equals("ann"));
        assertThat(given.tier()).isEqualTo("3000");
        assertThat(unknown.giver()).isNull();
    }

    @Test
    void aConnectionThatBreaksIsAGapWithTimesAndTheTalkGoesOn() throws Exception {
        int before = stand.ears().all(HearingGap.class).size();
        stand.call("POST", "/faults", "{\"kind\":\"disconnect\",\"count\":1,\"method\":\"PRIVMSG\"}");
        stand.call("POST", "/ada/say", "{\"who\":\"ann\",\"text\":\"this one is lost\"}");

        await().until(() -> stand.ears().all(HearingGap.class).size() > before);
        stand.call("POST", "/ada/say", "{\"who\":\"ann\",\"text\":\"this one is heard\"}");

        HearingGap gap = stand.ears().all(HearingGap.class).getLast();
        assertThat(gap.from()).isBefore(gap.until());
        stand.ears().hear("this one is heard");
        assertThat(stand.ears().words("this one is lost")).isEmpty();
    }

    @Test
    void aTokenThatIsTakenBackStandsInTheHealth() throws Exception {
        subscribed();
        stand.call("POST", "/ada/token", "{\"valid\":false}");
        assertThat(stand.asksInVain()).isTrue();

        await().until(() -> !stand.twitch().health().up());
        assertThat(Phrases.english(stand.twitch().health().detail()))
                .contains("the token of the bot's account was taken back", "Twitch ended")
                .doesNotContain("sandbox-hub");
        stand.call("POST", "/ada/token", "{\"valid\":true}");
        stand.call("POST", "/ada/close", "{\"code\":4000}");
    }

    @Test
    void aTokenWithoutTheScopesIsRefusedAtTheStart() throws IOException, InterruptedException {
        stand.call("POST", "/ada/token", "{\"scopes\":[\"chat:read\"]}");

        assertThat(stand.refusal()).contains("user:write:chat");
        stand.call("POST", "/ada/token", "{}");
        assertThat(stand.refusal()).isEmpty();
    }
}
