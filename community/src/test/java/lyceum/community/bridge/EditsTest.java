package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.MessageReleased;
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

/** Whether copies follow the words of their source. */
class EditsTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final String TWITCH = "twitch:ada";
    private static final RoomId ROOM = RoomId.parse(DISCORD);
    private static final Speaker ANN =
            new Speaker(new AuthorId(ROOM.platform(), "ann"), "ann", null, Standing.FAN, false, null);

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        BridgeSettings settings = new BridgeSettings(
                "Lyceum",
                List.of(new Link("talk", List.of(ROOM, RoomId.parse(TELEGRAM), RoomId.parse(TWITCH)))),
                ZoneId.of("UTC"),
                Language.EN,
                Map.of());
        Members members = new Members(new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of()));
        world = World.open(
                folder,
                World.Cast.of(List.of(members, new Bridge(settings)), "hub", "members", "bridge")
                        .withStreamChat());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aCopySaysTheNewWordsAlsoAfterARestartAndWhereNothingCanBeChangedTheyAreSaidOnceMore() {
        MessageId message = world.says(DISCORD, "ann", "teh heap");
        world.restarts();

        world.edits(message, "ann", "the heap");

        assertThat(world.room(TELEGRAM)).containsExactly("ann: the heap");
        assertThat(world.room(TWITCH)).containsExactly("ann: teh heap", "ann: (edited) the heap");
        assertThat(world.repliedTo(TWITCH, 1)).isEqualTo(world.message(TWITCH, 0));
    }

    @Test
    void aShorterMessageLosesItsLastPiecesAndALongerOneGetsMore() {
        MessageId message = world.says(DISCORD, "ann", "word ".repeat(900).strip());
        assertThat(world.room(TELEGRAM)).hasSize(3);

        world.edits(message, "ann", "short");
        assertThat(world.room(TELEGRAM)).containsExactly("ann: short");

        world.edits(message, "ann", "more ".repeat(900).strip());
        assertThat(world.room(TELEGRAM)).hasSize(3).allMatch(line -> line.startsWith("ann: more more"));

        world.deletes(message);
        assertThat(world.room(TELEGRAM)).isEmpty();
        assertThat(world.room(TWITCH)).isEmpty();
    }

    @Test
    void anEditThatComesWhileTheCopyIsOnItsWayReachesIt() {
        world.mishaps().loseTheAnswerOnce(TELEGRAM);
        MessageId message = world.says(DISCORD, "ann", "teh heap");

        world.edits(message, "ann", "the heap");
        world.passes(Duration.ofMinutes(5));

        assertThat(world.room(TELEGRAM)).containsExactly("ann: the heap");
        assertThat(world.reads("select source from bridge_said")).isEmpty();
    }

    @Test
    void whatWaitsInTheHubIsSaidInItsNewWordsAndWhatWasTakenBackIsNotSaid() {
        world.mishaps().holdUp(TELEGRAM, Duration.ofMinutes(1));
        world.says(DISCORD, "ann", "first");
        MessageId second = world.says(DISCORD, "ann", "secnod");
        MessageId third = world.says(DISCORD, "ann", "a secret");

        world.edits(second, "ann", "second");
        world.deletes(third);
        world.restarts();
        world.passes(Duration.ofMinutes(2));

        assertThat(world.room(TELEGRAM)).containsExactly("ann: first", "ann: second");
        assertThat(world.reads("select state from hub_outbox where lane = '" + TELEGRAM + "' order by id"))
                .containsExactly("confirmed", "confirmed", "dropped");
    }

    @Test
    void whatWaitsForStreamChatIsNotSaidTwice() {
        world.mishaps().holdUp(TWITCH, Duration.ofMinutes(1));
        world.says(DISCORD, "ann", "first");
        MessageId second = world.says(DISCORD, "ann", "secnod");

        world.edits(second, "ann", "second");
        world.passes(Duration.ofMinutes(2));

        assertThat(world.room(TWITCH)).containsExactly("ann: first", "ann: second");
    }

    @Test
    void anEditOfWhatWaitsInAPauseChangesWhatWillBeSaid() {
        world.commands(DISCORD, "mei", "relay", Map.of("what", "pause"));
        MessageId message = world.says(DISCORD, "ann", "teh heap");
        world.edits(message, "ann", "the heap");

        world.commands(DISCORD, "mei", "relay", Map.of("what", "resume"));

        assertThat(world.room(TELEGRAM)).contains("ann: Said at 12:00, while the relay was paused:\nthe heap");
        world.edits(message, "ann", "the whole heap");
        assertThat(world.room(TELEGRAM)).contains("ann: Said at 12:00, while the relay was paused:\nthe whole heap");
    }

    @Test
    void theFilesOfAMessageAreStillNamedAfterAnEditAndWhatCameLateStillSaysSo() {
        MessageId message = new MessageId(ROOM, "71");
        List<Attachment> files = List.of(new Attachment("one.pdf"));
        MessagePosted posted = new MessagePosted(
                new Key(ROOM.platform(), "71", ""), message, ANN, Text.of("my wrok"), files, null, World.START);
        world.hears(new MessageReleased(posted, Set.of()));

        world.hears(new MessageEdited(
                new Key(ROOM.platform(), "71", "1"), message, ANN, Text.of("my work"), files, world.now()));

        assertThat(world.room(TELEGRAM))
                .containsExactly("ann: Said at 12:00, shown after a moderator read it:\nmy work\n📎 one.pdf");
    }

    @Test
    void anEditOfWhatWasNeverRelayedIsNotEither() {
        world.commands(DISCORD, "ann", "settings", Map.of("relay", "off"));
        MessageId message = world.says(DISCORD, "ann", "between us");

        world.edits(message, "ann", "still between us");

        assertThat(world.room(TELEGRAM)).isEmpty();
        assertThat(world.reads("select source from bridge_said")).isEmpty();
    }
}
