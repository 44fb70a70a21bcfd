package lyceum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the moderators are told of troubles that the hub cannot mend by itself. */
class WatchTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final String MODERATORS = "discord:moderators";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        HubSettings settings = new HubSettings(Duration.ofDays(90), List.of(RoomId.parse(MODERATORS)), Language.EN);
        world = World.open(folder, World.Cast.of(List.of(new Parrot()), "hub").settled(settings));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aStuckRoomIsToldOnceAndOnceThatItMovesAgain() {
        telegram().next(() -> new Outcome.Later(Duration.ofMinutes(12), Text.of("Telegram answers 429")));
        world.says(DISCORD, "ann", "one");
        world.says(DISCORD, "ann", "two");

        looksFor(Duration.ofMinutes(10));
        assertThat(world.room(MODERATORS))
                .containsExactly(
                        "Lyceum: Messages to general (Telegram) do not get away: 2 wait. Telegram answers 429");

        looksFor(Duration.ofMinutes(10));
        assertThat(world.room(TELEGRAM)).containsExactly("ann: one", "ann: two");
        assertThat(world.room(MODERATORS))
                .hasSize(2)
                .last()
                .isEqualTo("Lyceum: Messages to general (Telegram) get away again.");
    }

    @Test
    void aPlatformThatIsNotConnectedIsToldWithTheClickThatMendsItAndAlsoWhenItIsBack() {
        telegram().health(new Health(false, Text.of("put the bot's present token, from @BotFather, into the config")));
        looksFor(Duration.ofMinutes(1));
        assertThat(world.room(MODERATORS)).isEmpty();
        looksFor(Duration.ofMinutes(5));
        world.restarts();
        looksFor(Duration.ofMinutes(5));
        telegram().health(new Health(true, Text.EMPTY));
        looksFor(Duration.ofMinutes(5));

        assertThat(world.room(MODERATORS))
                .containsExactly(
                        "Lyceum: telegram has not been connected for some minutes, so nothing is heard or said there. "
                                + "put the bot's present token, from @BotFather, into the config",
                        "Lyceum: telegram is connected again. What was said meanwhile is brought as far as the platform "
                                + "tells it.");
    }

    @Test
    void aRoomThatRefusesIsToldOnceWithTheClickThatMendsItAndWhenItTakesMessagesAgain() {
        telegram().next(() -> new Outcome.Refused(Text.of("make the bot an administrator")));
        telegram().next(() -> new Outcome.Refused(Text.of("make the bot an administrator")));
        world.says(DISCORD, "ann", "one");
        looksFor(Duration.ofMinutes(1));
        world.says(DISCORD, "ann", "two");
        looksFor(Duration.ofMinutes(1));
        world.says(DISCORD, "ann", "three");
        looksFor(Duration.ofMinutes(1));

        assertThat(world.room(MODERATORS))
                .containsExactly(
                        "Lyceum: A message to general (Telegram) was refused and is not tried again. "
                                + "make the bot an administrator",
                        "Lyceum: general (Telegram) takes messages again.");
    }

    @Test
    void whatTheHubMayNotDoWaitsIsToldOnceWithTheClickThatMendsItAndFollowsByItself() {
        for (int i = 0; i < 20; i++) {
            telegram().next(() -> new Outcome.Barred(Text.of("allow the bot to send messages")));
        }
        world.says(DISCORD, "ann", "one");
        world.says(DISCORD, "ann", "two");
        looksFor(Duration.ofMinutes(2));
        assertThat(world.room(TELEGRAM)).isEmpty();
        looksFor(Duration.ofMinutes(10));

        assertThat(world.room(TELEGRAM)).containsExactly("ann: one", "ann: two");
        assertThat(world.room(MODERATORS))
                .containsExactly(
                        "Lyceum: Messages to general (Telegram) wait, since the platform does not let the hub speak "
                                + "there. allow the bot to send messages. They follow by themselves once that is mended.",
                        "Lyceum: general (Telegram) takes messages again.");
    }

    @Test
    void whatNobodyLetsTheHubDoForADayIsGivenUpAndWhatFollowsIsNot() {
        for (int i = 0; i < 930; i++) {
            telegram().next(() -> new Outcome.Barred(Text.of("allow the bot to send messages")));
        }
        world.says(DISCORD, "ann", "one");

        world.passes(Duration.ofHours(23));
        assertThat(world.reads("select state from hub_outbox where state = 'dead'"))
                .isEmpty();
        world.passes(Duration.ofHours(2));
        world.says(DISCORD, "ann", "two");

        assertThat(world.reads("select reason from hub_outbox where state = 'dead'"))
                .containsExactly(new Codec().write(Text.of("allow the bot to send messages")));
        assertThat(world.room(TELEGRAM)).containsExactly("ann: two");
    }

    @Test
    void whereAllIsWellNothingIsTold() {
        world.says(DISCORD, "ann", "one");
        looksFor(Duration.ofMinutes(30));

        assertThat(world.room(MODERATORS)).isEmpty();
    }

    /** A look each half minute. */
    private void looksFor(Duration duration) {
        for (long i = 0; i < duration.toSeconds() / 30; i++) {
            world.passes(Duration.ofSeconds(30));
            world.watches();
        }
    }

    private PlayedPlatform telegram() {
        return world.platform(RoomId.parse(TELEGRAM));
    }
}
