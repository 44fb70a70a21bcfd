package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether what was said while the hub was away is caught up with, in its order and with its times, beside what is said now. */
class CatchUpTest {
    private static final RoomId DISCORD = RoomId.parse("discord:general");
    private static final String TELEGRAM = "telegram:general";
    private static final Speaker ANN =
            new Speaker(AuthorId.parse("discord:ann"), "ann", null, Standing.FAN, false, Language.EN);

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        BridgeSettings settings = new BridgeSettings(
                "Lyceum",
                List.of(new Link("talk", List.of(DISCORD, RoomId.parse(TELEGRAM)))),
                ZoneId.of("UTC"),
                Language.EN,
                Map.of());
        Members members = new Members(new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of()));
        world = World.open(folder, World.Cast.of(List.of(members, new Bridge(settings)), "hub", "members", "bridge"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatWasMissedIsMarkedWithItsTime() {
        missed("1", Duration.ofHours(23), "good morning");
        missed("2", Duration.ofMinutes(6), "is this a heap?");
        missed("3", Duration.ofSeconds(30), "just now");

        assertThat(world.room(TELEGRAM))
                .containsExactlyInAnyOrder(
                        "ann: [2026-02-28 13:00] good morning", "ann: [11:54] is this a heap?", "ann: just now");
    }

    @Test
    void whatIsSaidNowDoesNotWaitForIt() {
        world.mishaps().holdUp(TELEGRAM, Duration.ofMinutes(1));
        missed("1", Duration.ofHours(3), "one");
        missed("2", Duration.ofHours(2), "two");
        world.says(DISCORD.toString(), "bob", "hello");

        assertThat(world.room(TELEGRAM)).containsExactly("bob: hello");
        world.passes(Duration.ofMinutes(2));
        assertThat(world.room(TELEGRAM)).containsExactly("bob: hello", "ann: [09:00] one", "ann: [10:00] two");
    }

    @Test
    void anEditReachesItWhileItWaitsAndAfterwards() {
        world.mishaps().holdUp(TELEGRAM, Duration.ofMinutes(1));
        missed("1", Duration.ofHours(3), "one");
        MessageId two = missed("2", Duration.ofHours(2), "two");
        edited(two, "zwei");
        world.passes(Duration.ofMinutes(2));
        assertThat(world.room(TELEGRAM)).containsExactly("ann: [09:00] one", "ann: [10:00] zwei");

        edited(two, "deux");

        assertThat(world.room(TELEGRAM)).containsExactly("ann: [09:00] one", "ann: [10:00] deux");
    }

    @Test
    void whatWaitsSurvivesARestart() {
        world.mishaps().holdUp(TELEGRAM, Duration.ofMinutes(1));
        missed("1", Duration.ofHours(3), "one");
        missed("2", Duration.ofHours(2), "two");

        world.restarts();
        world.passes(Duration.ofMinutes(2));

        assertThat(world.room(TELEGRAM)).containsExactly("ann: [09:00] one", "ann: [10:00] two");
    }

    private MessageId missed(String id, Duration ago, String text) {
        MessageId message = new MessageId(DISCORD, "missed" + id);
        Key key = new Key(DISCORD.platform(), message.toString(), "");
        world.hears(new MessagePosted(
                key, message, ANN, Text.of(text), List.of(), null, world.now().minus(ago)));
        return message;
    }

    private void edited(MessageId message, String text) {
        Key key = new Key(DISCORD.platform(), message.toString(), text);
        world.hears(new MessageEdited(key, message, ANN, Text.of(text), List.of(), world.now()));
    }
}
