package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.community.members.Directory;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.People.AccountVouched;
import lyceum.kernel.event.People.JoinRequested;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A subscriber is a subscriber everywhere, and loses it only when it has truly ended. */
class AccessTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final String MODERATORS = "discord:moderators";
    private static final RoomId CHANNEL = RoomId.parse("twitch:ada");
    private static final RoomId GROUP = RoomId.parse("telegram:subscribers");
    private static final Duration GRACE = Duration.ofDays(3);
    private static final Pattern CODE = Pattern.compile("/link ([A-Z0-9]{6})");

    @TempDir
    Path folder;

    private World world;
    private long count;

    @BeforeEach
    void open() {
        MembersSettings people = new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of());
        Plan plan = new Plan(
                "subscriber",
                "Subscriber",
                "4.99 a month",
                "twitch.tv/ada",
                Set.of("twitch:*"),
                List.of(new Perk.Role(new PlatformName("discord"), "Subscriber"), new Perk.Seat(GROUP)),
                GRACE);
        AccessSettings settings =
                new AccessSettings(List.of(plan), List.of(RoomId.parse(MODERATORS)), Language.EN, Map.of());
        world = World.open(
                folder,
                World.Cast.of(
                        List.of(new Members(people), new Access(settings, new Directory(people))),
                        "hub",
                        "members",
                        "access"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoSubscribesInOnePlaceAndLinksHasItInAll() {
        subscribes("carla", true);
        link("carla");

        assertThat(world.admissions("discord")).containsExactly("grant discord:carla Subscriber");
        assertThat(world.admissions("telegram")).containsExactly("seat telegram:carla telegram:subscribers");
        assertThat(world.commands(DISCORD, "carla", "access", Map.of()))
                .startsWith("What you have:\n• Subscriber, from twitch\n");
    }

    @Test
    void whatEndsIsKeptForAWhileThenGoesAndComesBack() {
        subscribes("carla", true);
        link("carla");
        subscribes("carla", false);

        assertThat(world.room("telegram:@carla").getLast())
                .startsWith("Lyceum: Your Subscriber has ended. Nothing changes for you until 2026-03-04 12:00");
        world.passes(GRACE.minusSeconds(1));
        assertThat(world.admissions("discord")).hasSize(1);
        world.passes(Duration.ofSeconds(2));
        assertThat(world.admissions("discord")).last().isEqualTo("revoke discord:carla Subscriber");
        assertThat(world.admissions("telegram")).last().isEqualTo("unseat telegram:carla telegram:subscribers");
        assertThat(world.room("telegram:@carla").getLast())
                .startsWith("Lyceum: Your Subscriber has ended, so what it gives is gone now.");

        subscribes("carla", true);
        assertThat(world.admissions("discord")).hasSize(3).last().isEqualTo("grant discord:carla Subscriber");
        assertThat(world.admissions("telegram")).last().isEqualTo("seat telegram:carla telegram:subscribers");
    }

    @Test
    void aForwardedLinkAdmitsNobodyAndWhoMayIsLetInAlsoLater() {
        knocks("mallory");
        knocks("carla");
        subscribes("carla", true);
        assertThat(world.admissions("telegram")).isEmpty();
        assertThat(world.room("telegram:@mallory").getLast())
                .startsWith("Lyceum: This room is for those who have a plan.");

        link("carla");

        assertThat(world.admissions("telegram")).contains("admit telegram:carla telegram:subscribers");
        world.passes(Duration.ofDays(2));
        assertThat(world.admissions("telegram")).doesNotContain("admit telegram:mallory telegram:subscribers");
    }

    @Test
    void anUnlinkedAccountLosesWhatItHadByTheOther() {
        subscribes("carla", true);
        link("carla");
        world.commands(DISCORD, "carla", "unlink", Map.of());

        assertThat(world.admissions("discord")).last().isEqualTo("revoke discord:carla Subscriber");
    }

    @Test
    void aCreatorGivesAndSeesWhy() {
        world.says(DISCORD, "bob", "hello");
        assertThat(world.commands(
                        DISCORD, "ada", "access-grant", Map.of("person", "Bob", "plan", "subscriber", "days", "2")))
                .isEqualTo("bob has Subscriber for 2 days.");

        assertThat(world.admissions("discord")).containsExactly("grant discord:bob Subscriber");
        assertThat(world.commands(DISCORD, "ada", "access-why", Map.of("person", "@bob")))
                .isEqualTo("""
                        bob
                        What you have:
                        • Subscriber, from manual, until 2026-03-06 12:00
                        • the role Subscriber on discord, for discord:bob
                        What happened:
                        • 2026-03-01 12:00: subscriber was given to discord:bob by ada""");
        assertThat(world.commands(
                        DISCORD, "bob", "access-grant", Map.of("person", "bob", "plan", "subscriber", "days", "9")))
                .contains("creator");
        world.passes(Duration.ofDays(5).plusSeconds(1));
        assertThat(world.admissions("discord")).last().isEqualTo("revoke discord:bob Subscriber");
    }

    @Test
    void whoIsNotKnownAndWhatIsNoPlanIsSaid() {
        assertThat(world.commands(
                        DISCORD, "ada", "access-grant", Map.of("person", "zoe", "plan", "subscriber", "days", "2")))
                .startsWith("I know nobody called “zoe”.");
        world.says(DISCORD, "bob", "hello");
        assertThat(world.commands(DISCORD, "ada", "access-grant", Map.of("person", "bob", "plan", "x", "days", "2")))
                .isEqualTo("There is no plan “x”. There are:\n• subscriber");
    }

    @Test
    void aCodeInThePaymentShowsWhosItIsAndATypedAddressShowsNothing() {
        String code = code(world.commands(DISCORD, "bob", "link", Map.of()));
        pays("kofi:1", "hello, this is bob@example.org");
        assertThat(world.admissions("discord")).isEmpty();
        pays("kofi:2", "thank you! " + code);

        assertThat(world.admissions("discord")).containsExactly("grant discord:bob Subscriber");
        pays("kofi:3", code);
        assertThat(world.commands(DISCORD, "bob", "whoami", Map.of()))
                .contains("kofi")
                .doesNotContain("kofi:3");
    }

    @Test
    void anAccountThatTheServiceVouchesForHasIt() {
        pays("kofi:1", "");
        world.hears(new AccountVouched(
                new Key(CHANNEL.platform(), "v1", ""), speaker("kofi:1"), AuthorId.parse("discord:zoe"), world.now()));

        assertThat(world.admissions("discord")).containsExactly("grant discord:zoe Subscriber");
    }

    @Test
    void thePageShowsSourcesWhatWaitsAndWhoHasWhat() {
        world.says(DISCORD, "bob", "hello");
        world.commands(DISCORD, "ada", "access-grant", Map.of("person", "bob", "plan", "subscriber", "days", "9"));

        assertThat(String.join("\n", world.page("access", "ada", Map.of("compare", "now"))))
                .contains("The breaker is at rest", "twitch", "nothing heard yet", "manual", "discord:bob")
                .contains("Everybody has what they should have.");
    }

    @Test
    void tooManyAtOnceAreKeptUntilTheCreatorDecides() {
        for (int i = 0; i < 5; i++) {
            world.says(DISCORD, "p" + i, "hello");
            world.commands(
                    DISCORD, "ada", "access-grant", Map.of("person", "p" + i, "plan", "subscriber", "days", "1"));
        }
        world.passes(Duration.ofDays(4).plusSeconds(1));

        assertThat(world.admissions("discord")).hasSize(5);
        assertThat(world.room(MODERATORS)).singleElement().asString().startsWith("Lyceum: 5 of 5 people would lose");
        assertThat(world.presses(MODERATORS, "bob", "Take it away")).isEqualTo("Only the creator decides this.");
        assertThat(world.presses(MODERATORS, "ada", "Take it away")).startsWith("Done:");
        assertThat(world.admissions("discord")).hasSize(10);
    }

    private void subscribes(String who, boolean active) {
        world.passes(Duration.ofSeconds(1));
        world.hears(new SubscriptionChanged(
                new Key(CHANNEL.platform(), "sub" + ++count, ""),
                speaker("twitch:" + who),
                CHANNEL,
                "1000",
                active,
                null,
                world.now()));
    }

    private void pays(String account, String note) {
        world.hears(new PaymentMade(
                new Key(CHANNEL.platform(), "pay" + ++count, ""),
                speaker(account),
                CHANNEL,
                "payment" + count,
                "monthly",
                499,
                "USD",
                world.now().plus(Duration.ofDays(31)),
                note,
                true,
                world.now()));
    }

    private void knocks(String who) {
        world.hears(new JoinRequested(
                new Key(GROUP.platform(), "join" + ++count, ""), speaker("telegram:" + who), GROUP, world.now()));
    }

    /** All three places. */
    private void link(String who) {
        String code = code(world.commands(DISCORD, who, "link", Map.of()));
        world.commands(TELEGRAM, who, "link", Map.of("code", code));
        String other = code(world.commands(DISCORD, who, "link", Map.of()));
        world.hears(new CommandInvoked(
                new Key(CHANNEL.platform(), "link" + ++count, ""),
                speaker("twitch:" + who),
                CHANNEL,
                "link",
                Map.of("code", other),
                null,
                new ReplyToken(CHANNEL, "none"),
                world.now()));
    }

    private static String code(String answer) {
        Matcher matcher = CODE.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    private static Speaker speaker(String account) {
        AuthorId id = AuthorId.parse(account);
        return new Speaker(id, id.value(), null, Standing.FAN, false, null);
    }
}
