package lyceum.hub;

import static lyceum.hub.Parrot.TELEGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub shows of itself in the console, and what becomes of its buttons. */
class PagesTest {
    private static final String DISCORD = "discord:general";

    @TempDir
    Path folder;

    private final Parrot parrot = new Parrot();
    private World world;

    @BeforeEach
    void open() {
        world = World.open(folder, World.Cast.of(List.of(parrot), "hub"));
        world.hasRoom(DISCORD, "lobby");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> page(String path) {
        return world.page(path, "mei", Map.of());
    }

    @Test
    void theOverviewSaysWhatNeedsSomebody() {
        assertThat(page("overview")).contains("Everything is connected.", "Not handled: 0");
        parrot.failing = true;
        world.says(DISCORD, "ann", "poison");

        assertThat(page("overview"))
                .contains("1 events could not be handled. Hand them on again, or forget them.", "Dead letters");
    }

    @Test
    void theRoomsShowWhatStandsInThemNow() {
        MessageId first = world.says(DISCORD, "ann", "first");
        MessageId second = world.says(DISCORD, "bob", "second");
        world.says("telegram:general", "carla", "third");
        world.edits(first, "ann", "better");
        world.deletes(second);

        assertThat(page("rooms"))
                .containsSubsequence(
                        "• 03-01 12:00:00 · general (Telegram) · carla · third",
                        "• 03-01 12:00:00 · lobby (Discord) · bob · (taken back)",
                        "• 03-01 12:00:00 · lobby (Discord) · ann · better");
        assertThat(world.page("rooms", "mei", Map.of("room", "telegram:general")))
                .anyMatch(line -> line.contains("carla"))
                .noneMatch(line -> line.contains("ann"));
        assertThat(world.page("rooms", "mei", Map.of("room", "'; drop table hub_journal; --")))
                .contains("Nobody has spoken yet.");
    }

    @Test
    void aLetterIsHandledAgainByItsButton() {
        MessageId message = poison();
        assertThat(page("letters")).contains("[Hand on again]", "[Forget]").anyMatch(line -> line.contains("parrot"));
        assertThat(world.chooses(message, "mei", Desk.REPLAY + 1))
                .isEqualTo("It failed again. The reason is in the log.");
        parrot.failing = false;

        assertThat(world.chooses(message, "ann", Desk.REPLAY + 1)).contains("moderators");
        assertThat(world.chooses(message, "mei", Desk.REPLAY + 1)).isEqualTo("It is handled now.");

        assertThat(world.room("telegram:general")).containsExactly("ann: poison");
        assertThat(page("letters")).contains("There are none: every event was handled.");
        assertThat(world.chooses(message, "mei", Desk.REPLAY + 1)).isEqualTo("This is done already.");
    }

    @Test
    void aLetterIsForgottenByItsButton() {
        MessageId message = poison();

        assertThat(world.chooses(message, "ada", Desk.DROP + 1)).isEqualTo("Forgotten.");
        assertThat(page("letters")).noneMatch(line -> line.contains("poison"));
        assertThat(world.chooses(message, "ada", Desk.DROP + "x")).isEmpty();
    }

    @Test
    void whatAPlatformRefusedIsTriedAgainByItsButton() {
        world.platform(TELEGRAM).next(() -> new Outcome.Refused("the bot may not speak here"));
        MessageId message = world.says(DISCORD, "ann", "hello");
        assertThat(page("outbox"))
                .contains("[Try again]", "[Forget]")
                .anyMatch(line -> line.endsWith("general (Telegram) · hello · the bot may not speak here"));

        String id =
                world.reads("select id from hub_outbox where state = 'dead'").getFirst();
        assertThat(world.chooses(message, "mei", Desk.RETRY + id)).isEqualTo("It is on its way again.");

        assertThat(world.room("telegram:general")).containsExactly("ann: hello");
        assertThat(page("outbox")).contains("Nothing was refused.");
        assertThat(world.chooses(message, "mei", Desk.RETRY + id)).isEqualTo("This is done already.");
    }

    @Test
    void whatWaitsIsShownLaneByLane() {
        world.platform(TELEGRAM).later(Duration.ofHours(1));
        world.says(DISCORD, "ann", "one");
        world.says(DISCORD, "ann", "two");

        assertThat(page("outbox")).anyMatch(line -> line.startsWith("• general (Telegram) · 2 · 03-01 12:00:00 · "));
    }

    private MessageId poison() {
        parrot.failing = true;
        return world.says(DISCORD, "ann", "poison");
    }
}
