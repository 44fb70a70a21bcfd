package lyceum.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.Money.TipReceived;
import lyceum.kernel.event.Place.NativeHold;
import lyceum.kernel.event.Place.StreamChanged;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What EventSub's notifications come to, and who gave what was given. */
class NotificationsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String BOB = "'user_id':'6','user_login':'bob','user_name':'Bob','tier':'2000'";

    private final Gifts gifts = new Gifts(Duration.ofMillis(100));
    private final Notifications notifications = new Notifications(Ids.of("ada"), "1", gifts, InstantSource.fixed(NOW));
    private final List<Event> told = new CopyOnWriteArrayList<>();

    private void tell(String type, String event) throws JsonProcessingException {
        String frame =
                "{'metadata':{'message_id':'f1','message_timestamp':'2026-03-01T11:59:59.123456789Z','subscription_type':'%s'},'payload':{'event':{%s}}}"
                        .formatted(type, event)
                        .replace('\'', '"');
        notifications.read(Helix.JSON.readTree(frame), told::add);
    }

    private @Nullable Speaker giver() {
        await().until(() -> !told.isEmpty());
        return ((SubscriptionChanged) told.getFirst()).giver();
    }

    private static Speaker ann() {
        return new Speaker(Ids.author("5"), "Ann", null, Standing.FAN, false, null);
    }

    @Test
    void aSubscriptionAndItsEndAreTold() throws Exception {
        tell("channel.subscribe", BOB + ",'is_gift':false");
        tell("channel.subscription.message", BOB + ",'cumulative_months':3");
        tell("channel.subscription.end", BOB + ",'is_gift':true");

        assertThat(told)
                .extracting(each -> ((SubscriptionChanged) each).active())
                .containsExactly(true, true, false);
        assertThat(((SubscriptionChanged) told.getFirst()).at()).isEqualTo("2026-03-01T11:59:59.123456789Z");
        assertThat(giver()).isNull();
    }

    @Test
    void theChatNamesTheGiverBeforeOrAfter() throws Exception {
        gifts.named("6", Optional.of(ann()));
        tell("channel.subscribe", BOB + ",'is_gift':true");
        assertThat(giver()).isEqualTo(ann());

        told.clear();
        tell("channel.subscribe", BOB + ",'is_gift':true");
        assertThat(told).isEmpty();
        gifts.named("6", Optional.of(ann()));
        assertThat(giver()).isEqualTo(ann());
    }

    @Test
    void withoutTheChatTheGiverOfThatTierIsTaken() throws Exception {
        String gift = "'user_id':'%s','user_name':'%s','total':1,'tier':'%s','is_anonymous':false";
        tell("channel.subscription.gift", gift.formatted("5", "Ann", "2000"));
        tell("channel.subscription.gift", gift.formatted("7", "Carla", "1000"));
        tell("channel.subscribe", BOB + ",'is_gift':true");
        assertThat(giver()).extracting(Speaker::name).isEqualTo("Ann");

        told.clear();
        tell("channel.subscribe", BOB + ",'is_gift':true");
        assertThat(giver()).as("one was given, not two").isNull();
    }

    @Test
    void aGiverWhoStaysUnknownIsNobody() throws Exception {
        tell("channel.subscription.gift", "'user_id':null,'total':1,'tier':'2000','is_anonymous':true");
        tell("channel.subscribe", BOB + ",'is_gift':true");

        assertThat(giver()).isNull();
    }

    @Test
    void bitsStreamsAndHeldMessagesAreTold() throws Exception {
        tell(
                "channel.cheer",
                "'user_id':'6','user_name':'Bob','bits':250,'message':'Cheer250 hi','is_anonymous':false");
        tell("stream.online", "'id':'1','type':'live'");
        tell("stream.offline", "");
        tell("automod.message.hold", "'user_id':'6','user_name':'Bob','message_id':'m1','message':{'text':'a word'}");

        assertThat(told.get(0)).isInstanceOfSatisfying(TipReceived.class, tip -> {
            assertThat(tip.amount()).isEqualTo(250);
            assertThat(tip.note()).isEqualTo("Cheer250 hi");
        });
        assertThat(told.get(1))
                .isInstanceOfSatisfying(
                        StreamChanged.class, change -> assertThat(change.live()).isTrue());
        assertThat(told.get(2))
                .isInstanceOfSatisfying(
                        StreamChanged.class, change -> assertThat(change.live()).isFalse());
        assertThat(told.get(3))
                .isInstanceOfSatisfying(
                        NativeHold.class,
                        hold -> assertThat(hold.text().plain()).isEqualTo("a word"));
    }

    @Test
    void whatNamesNobodyOrIsUnknownIsNotTold() throws Exception {
        tell("channel.cheer", "'user_id':null,'user_name':null,'bits':5,'is_anonymous':true");
        tell("channel.raid", "'viewers':3");
        tell("automod.message.hold", "'user_id':'6','user_name':'Bob'");

        assertThat(told).isEmpty();
    }
}
