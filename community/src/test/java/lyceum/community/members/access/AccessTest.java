package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.People.AccountVouched;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A subscriber is a subscriber everywhere, and loses it only when it has truly ended. */
class AccessTest {
    private static final String DISCORD = Subscribers.DISCORD;
    private static final String MODERATORS = Subscribers.MODERATORS;
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
    void whoSubscribesInOnePlaceAndLinksHasItInAll() {
        people.subscribes("carla", true);
        people.link("carla");

        assertThat(world.admissions("discord")).containsExactly("grant discord:carla Subscriber");
        assertThat(world.admissions("telegram")).containsExactly("seat telegram:carla telegram:subscribers");
        assertThat(world.commands(DISCORD, "carla", "access", Map.of()))
                .startsWith("What you have:\n• Subscriber, from twitch\n• the badge Patron in the live room\n");
    }

    /** Clocks differ: what was heard of has happened. */
    @Test
    void whoSubscribesByAClockThatRunsAheadHasItAtOnce() {
        people.link("carla");
        people.subscribes("carla", true, Duration.ofSeconds(20));

        assertThat(world.admissions("discord")).containsExactly("grant discord:carla Subscriber");
        people.subscribes("carla", false, Duration.ofSeconds(20));
        world.passes(GRACE.plusSeconds(20));
        assertThat(world.admissions("discord")).last().isEqualTo("revoke discord:carla Subscriber");
    }

    @Test
    void whatBeginsLaterIsGivenWhenItBegins() {
        people.link("carla");
        people.subscribes("carla", true, Duration.ofHours(30));
        world.passes(Duration.ofHours(30).minusSeconds(2));
        assertThat(world.admissions("discord")).isEmpty();
        world.passes(Duration.ofSeconds(2));

        assertThat(world.admissions("discord")).containsExactly("grant discord:carla Subscriber");
    }

    @Test
    void whatEndsIsKeptForAWhileThenGoesAndComesBack() {
        people.subscribes("carla", true);
        people.link("carla");
        people.subscribes("carla", false);

        assertThat(world.room("telegram:@carla").getLast())
                .startsWith("Lyceum: Your Subscriber has ended. Nothing changes for you until 2026-03-04 12:00");
        world.passes(GRACE.minusSeconds(1));
        assertThat(world.admissions("discord")).hasSize(1);
        world.passes(Duration.ofSeconds(2));
        assertThat(world.admissions("discord")).last().isEqualTo("revoke discord:carla Subscriber");
        assertThat(world.admissions("telegram")).last().isEqualTo("unseat telegram:carla telegram:subscribers");
        assertThat(world.room("telegram:@carla").getLast())
                .startsWith("Lyceum: Your Subscriber has ended, so what it gives is gone now.");

        people.subscribes("carla", true);
        assertThat(world.admissions("discord")).hasSize(3).last().isEqualTo("grant discord:carla Subscriber");
        assertThat(world.admissions("telegram")).last().isEqualTo("seat telegram:carla telegram:subscribers");
    }

    @Test
    void aForwardedLinkAdmitsNobodyAndWhoMayIsLetInAlsoLater() {
        people.knocks("mallory");
        people.knocks("carla");
        people.subscribes("carla", true);
        assertThat(world.admissions("telegram")).isEmpty();
        assertThat(world.room("telegram:@mallory").getLast())
                .startsWith("Lyceum: This room is for those who have a plan.");

        people.link("carla");

        assertThat(world.admissions("telegram")).contains("admit telegram:carla telegram:subscribers");
        world.passes(Duration.ofDays(2));
        assertThat(world.admissions("telegram")).doesNotContain("admit telegram:mallory telegram:subscribers");
    }

    /** What a list missed before that counts for nothing, and what it misses later is not forgotten. */
    @Test
    void whoIsMissingInTwoListsSinceTheLastWordOfThemHasEnded() {
        people.subscribes("carla", true);
        people.link("carla");
        world.passes(Duration.ofMinutes(6));
        people.listed();
        world.passes(Duration.ofMinutes(6));
        people.subscribes("carla", true);
        world.passes(Duration.ofMinutes(6));
        people.listed();
        world.passes(Duration.ofMinutes(11));
        assertThat(world.room("telegram:@carla")).noneMatch(line -> line.contains("has ended"));

        people.listed();

        assertThat(world.room("telegram:@carla")).last().asString().contains("Your Subscriber has ended.");
    }

    @Test
    void whoIsListedShortlyAfterTheirEndWasToldMayHaveComeBackAndKeepsIt() {
        people.subscribes("carla", true);
        people.link("carla");
        people.subscribes("carla", false);
        world.passes(Duration.ofMinutes(3));

        people.listed("carla");
        world.passes(Duration.ofDays(30));

        assertThat(world.admissions("discord")).noneMatch(change -> change.startsWith("revoke"));
    }

    @Test
    void anUnlinkedAccountLosesWhatItHadByTheOther() {
        people.subscribes("carla", true);
        people.link("carla");
        world.commands(DISCORD, "carla", "unlink", Map.of());

        assertThat(world.admissions("discord")).last().isEqualTo("revoke discord:carla Subscriber");
    }

    @Test
    void whoLeftAndCameBackAsksAndHasTheRoleAgain() {
        people.subscribes("carla", true);
        people.link("carla");

        assertThat(world.commands(DISCORD, "carla", "access", Map.of())).contains("the role Subscriber on discord");

        assertThat(world.admissions("discord"))
                .containsExactly("grant discord:carla Subscriber", "grant discord:carla Subscriber");
        world.commands(DISCORD, "bob", "access", Map.of());
        assertThat(world.admissions("discord")).hasSize(2);
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
                        • the badge Patron in the live room
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
        String code = Subscribers.code(world.commands(DISCORD, "bob", "link", Map.of()));
        people.pays("kofi:1", "hello, this is bob@example.org");
        assertThat(world.admissions("discord")).isEmpty();
        people.pays("kofi:2", "thank you! " + code);

        assertThat(world.admissions("discord")).containsExactly("grant discord:bob Subscriber");
        people.pays("kofi:3", code);
        assertThat(world.commands(DISCORD, "bob", "whoami", Map.of()))
                .contains("kofi")
                .doesNotContain("kofi:3");
    }

    @Test
    void anAccountThatTheServiceVouchesForHasIt() {
        people.pays("kofi:1", "");
        world.hears(new AccountVouched(
                new Key(CHANNEL.platform(), "v1", ""),
                Subscribers.speaker("kofi:1"),
                AuthorId.parse("discord:zoe"),
                world.now()));

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
}
