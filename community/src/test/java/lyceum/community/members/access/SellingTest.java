package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.TipReceived;
import lyceum.kernel.id.RoomId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sold is paid once, counts everywhere, lasts as long as was said, and goes when the money goes back. */
class SellingTest {
    private static final String DISCORD = Subscribers.DISCORD;
    private static final String TELEGRAM = Subscribers.TELEGRAM;
    private static final RoomId CHANNEL = Subscribers.CHANNEL;
    private static final Duration GRACE = Subscribers.GRACE;

    @TempDir
    Path folder;

    private Subscribers people;
    private World world;

    @BeforeEach
    void open() {
        people = new Subscribers(folder);
        world = people.world;
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void theCreatorEntersCostsByHandAndCorrectsThem() {
        Map<String, String> costs =
                Map.of("month", "2026-03", "kind", "costs", "name", "studio", "amount", "120.5", "currency", "eur");
        assertThat(world.commands(Subscribers.DISCORD, "ada", "access-figure", costs))
                .contains("120.50 EUR");
        Map<String, String> right = new HashMap<>(costs);
        right.put("amount", "99");
        world.commands(Subscribers.DISCORD, "ada", "access-figure", right);
        right.put("amount", "9.999");

        assertThat(world.commands(Subscribers.DISCORD, "ada", "access-figure", right))
                .contains("That is no amount in EUR");
        assertThat(world.commands(Subscribers.DISCORD, "bob", "access-figure", costs))
                .doesNotContain("120.50");
        assertThat(String.join("\n", world.page("figures", "ada", Map.of())))
                .contains("2026-03", "costs", "studio", "99.00 EUR")
                .doesNotContain("120.50");
    }

    @Test
    void starsBuyAPlanForAMonthAtATime() {
        assertThat(world.commands("telegram:@bob", "bob", "access", Map.of())).endsWith("[Subscriber: ⭐ 250]");
        assertThat(world.commands(TELEGRAM, "bob", "access", Map.of())).doesNotContain("[");

        world.chooses(world.says("telegram:@bob", "bob", "this one"), "bob", "access:buy:subscriber");
        assertThat(world.room("telegram:@bob").getLast())
                .endsWith("[subscriber/month: 250 XTR every 30 days]")
                .contains("250 Stars now and every 30 days");
        people.asks("subscriber/month", 250);
        people.stars("c1", world.now().plus(Stars.MONTH), true);

        assertThat(world.admissions("telegram"))
                .containsExactly("sell checkout1", "seat telegram:bob telegram:subscribers");
        assertThat(world.room("telegram:@bob"))
                .contains("Lyceum: Thank you! Subscriber is yours until 2026-03-31 12:00, everywhere where you have"
                        + " linked your account.");
        world.passes(Stars.MONTH);
        people.stars("c2", world.now().plus(Stars.MONTH), true);
        world.passes(Stars.MONTH.plus(GRACE).minusSeconds(1));
        assertThat(world.admissions("telegram")).hasSize(2);
        world.passes(Duration.ofSeconds(2));
        assertThat(world.admissions("telegram")).last().isEqualTo("unseat telegram:bob telegram:subscribers");
    }

    @Test
    void aPaymentThatGoesBackTakesItAtOnceInWhateverOrderItIsTold() {
        people.stars("c1", world.now().plus(Stars.MONTH), false);
        people.stars("c1", world.now().plus(Stars.MONTH), true);
        assertThat(world.admissions("telegram")).isEmpty();

        people.stars("c2", world.now().plus(Stars.MONTH), true);
        people.stars("c2", world.now().plus(Stars.MONTH), true);
        people.stars("c2", null, false);

        assertThat(world.admissions("telegram"))
                .containsExactly("seat telegram:bob telegram:subscribers", "unseat telegram:bob telegram:subscribers");
        assertThat(world.room("telegram:@bob").getLast()).startsWith("Lyceum: The money for your Subscriber went back");
        assertThat(world.room("telegram:@bob"))
                .filteredOn(line -> line.contains("Thank you!"))
                .hasSize(1);
    }

    @Test
    void whatIsBoughtOnDiscordLastsAsDiscordSays() {
        people.buys("900", null, true);
        people.buys("901", null, true, "701");
        people.buys("900", null, true);
        assertThat(world.admissions("discord")).containsExactly("grant discord:bob Subscriber");
        assertThat(world.reads("select what from access_fact")).hasSize(1);

        people.buys("900", world.now().plusSeconds(60), true);
        world.passes(GRACE.plusSeconds(58));
        assertThat(world.admissions("discord")).hasSize(1);
        world.passes(Duration.ofSeconds(3));
        assertThat(world.admissions("discord")).last().isEqualTo("revoke discord:bob Subscriber");

        people.buys("902", null, true);
        assertThat(world.admissions("discord")).hasSize(3);
        people.buys("902", null, false);
        people.buys("902", null, true);
        assertThat(world.admissions("discord")).hasSize(4).last().isEqualTo("revoke discord:bob Subscriber");
    }

    @Test
    void whatIsNotSoldAsItWasSeenIsNotPaid() {
        people.asks("subscriber/month", 200);
        people.asks("subscriber/90d", 250);
        people.asks("gold/month", 250);

        assertThat(world.admissions("telegram")).hasSize(3).allMatch(line -> line.startsWith("refuse "));
        assertThat(world.admissions("telegram"))
                .first()
                .isEqualTo("refuse checkout1: This is not sold any more as you saw it. Write /access to see what there"
                        + " is now.");
    }

    @Test
    void figuresCountEachPaymentOnceLessWhatWentBackAndNameNobody() {
        people.stars("c1", world.now().plus(Stars.MONTH), true);
        people.stars("c1", world.now().plus(Stars.MONTH), true);
        people.stars("c2", world.now().plus(Stars.MONTH), true);
        people.stars("c2", null, false);
        people.pays("kofi:1", "");
        world.hears(new TipReceived(
                new Key(CHANNEL.platform(), "tip", ""),
                Subscribers.speaker("twitch:ann"),
                CHANNEL,
                100,
                "bits",
                "",
                world.now()));
        world.hasRoom(DISCORD, "general");
        world.passes(Duration.ofMinutes(2));
        world.commands("telegram:@bob", "bob", "forget", Map.of("whom", "me"));

        assertThat(String.join("\n", world.page("figures", "ada", Map.of())))
                .contains(
                        "2026-03", "telegram", "250 XTR · 1", "4.99 USD", "100 bits", "Subscriptions", "Tips", "People")
                .doesNotContain("bob");
        assertThat(world.reads("select count from access_period where what = 'subscriptions' and source = 'telegram'"))
                .containsExactly("1");
    }
}
