package lyceum.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.Money.TipReceived;
import lyceum.kernel.event.Place.HearingGap;
import lyceum.kernel.event.Place.NativeHold;
import lyceum.kernel.event.Place.StreamChanged;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What happens on Twitch beside talk is told, each thing once. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HappeningsTest {
    private final Stand stand;

    HappeningsTest() throws PlatformRefused {
        stand = new Stand(SandboxSettings.passingWithoutLimits(), TwitchSettings.Pace.OFF);
    }

    @BeforeAll
    void everythingIsSubscribedTo() {
        await().until(() -> stand.subscriptions() == 9);
    }

    @AfterAll
    void close() {
        stand.close();
    }

    @Test
    void aSubscriptionAndItsEndAreTold() throws Exception {
        stand.call("POST", "/ada/subscribe", "{\"who\":\"bob\",\"tier\":\"2000\"}");
        stand.call("POST", "/ada/unsubscribe", "{\"who\":\"bob\"}");

        SubscriptionChanged end = stand.ears().hear(SubscriptionChanged.class, each -> !each.active());
        assertThat(end.speaker().name()).isEqualTo("bob");
        assertThat(stand.ears().all(SubscriptionChanged.class).getFirst().tier())
                .isEqualTo("2000");
    }

    @Test
    void aTipIsToldOnceThoughItsFrameComesTwice() throws Exception {
        stand.call("POST", "/faults", "{\"kind\":\"duplicate\",\"count\":1,\"method\":\"channel.cheer\"}");
        stand.call("POST", "/ada/tip", "{\"who\":\"ann\",\"amount\":250,\"text\":\"thanks\"}");
        stand.call("POST", "/ada/live", "{\"on\":true}");

        stand.ears().hear(StreamChanged.class, StreamChanged::live);
        assertThat(stand.ears().all(TipReceived.class))
                .singleElement()
                .matches(tip -> tip.amount() == 250 && tip.unit().equals("bits"));
        assertThat(stand.ears().hear("Cheer250 thanks").speaker().name()).isEqualTo("ann");
    }

    @Test
    void whatTwitchsOwnFilterHoldsIsTold() throws Exception {
        stand.call("POST", "/ada/hold", "{\"who\":\"bob\",\"text\":\"a rude word\"}");

        NativeHold hold = stand.ears().hear(NativeHold.class, _ -> true);
        assertThat(hold.text().plain()).isEqualTo("a rude word");
        assertThat(hold.speaker().name()).isEqualTo("bob");
    }

    @Test
    void whatTheFilterHoldsIsLetThroughOrThrownAwayOnceAModeratorDecides() throws Exception {
        stand.call("POST", "/ada/hold", "{\"who\":\"bob\",\"text\":\"a harmless word\"}");
        NativeHold good =
                stand.ears().hear(NativeHold.class, hold -> hold.text().plain().equals("a harmless word"));
        stand.call("POST", "/ada/hold", "{\"who\":\"bob\",\"text\":\"an unkind word\"}");
        NativeHold bad =
                stand.ears().hear(NativeHold.class, hold -> hold.text().plain().equals("an unkind word"));

        Outcome passed = stand.twitch().decide(new DecideHold(good.message(), true, "moderation:native:1"));
        Outcome dropped = stand.twitch().decide(new DecideHold(bad.message(), false, "moderation:native:2"));

        assertThat(passed).isEqualTo(Outcome.Done.of());
        assertThat(dropped).isEqualTo(Outcome.Done.of());
        assertThat(stand.ears().hear("a harmless word").message()).isEqualTo(good.message());
        stand.ears().hear(MessageDeleted.class, gone -> gone.message().equals(bad.message()));
        assertThat(stand.twitch().decide(new DecideHold(bad.message(), true, "moderation:native:2")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatSomebodySaidBeforeATimeoutIsTold() throws Exception {
        stand.call("POST", "/ada/say", "{\"who\":\"carla\",\"text\":\"spam one\"}");
        stand.call("POST", "/ada/say", "{\"who\":\"carla\",\"text\":\"spam two\"}");
        MessagePosted second = stand.ears().hear("spam two");

        stand.call("POST", "/ada/timeout", "{\"who\":\"mei\",\"person\":\"carla\",\"seconds\":1}");

        stand.ears().hear(MessageDeleted.class, gone -> gone.message().equals(second.message()));
        assertThat(stand.ears().all(MessageDeleted.class)).hasSize(2);
    }

    @Test
    void whereTwitchAsksForANewConnectionNothingIsMissedAndNoGapIsTold() throws Exception {
        stand.call("POST", "/ada/reconnect", "{\"seconds\":2}");
        for (int i = 0; i < 40; i++) {
            stand.call("POST", "/ada/say", "{\"who\":\"ann\",\"text\":\"moving " + i + "\"}");
        }
        stand.call("POST", "/ada/live", "{\"on\":false}");

        stand.ears().hear("moving 39");
        stand.ears().hear(StreamChanged.class, change -> !change.live());
        assertThat(stand.ears().words("moving ")).hasSize(40);
        assertThat(stand.ears().all(HearingGap.class)).isEmpty();
        await().until(() -> stand.subscriptions() == 9);
    }
}
