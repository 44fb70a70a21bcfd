package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Place.ThreadChanged;
import lyceum.kernel.event.Place.ThreadGone;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a thread on one platform is a thread on the others, and what is said in it is read in all of them. */
class ThreadsTest {
    private static final RoomId DISCORD = RoomId.parse("discord:general");
    private static final RoomId TELEGRAM = RoomId.parse("telegram:general");
    private static final RoomId TWITCH = RoomId.parse("twitch:ada");
    private static final RoomId HEAPS = RoomId.parse("discord:77");
    private static final String TOPIC = "telegram:general.heaps";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        BridgeSettings settings = new BridgeSettings(
                "Lyceum",
                List.of(new Link("talk", List.of(DISCORD, TELEGRAM, TWITCH))),
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

    private void heaps(String title, boolean open) {
        world.hears(new ThreadChanged(HEAPS, DISCORD, title, open));
    }

    private void says(String... words) {
        for (String each : words) {
            world.says(HEAPS.toString(), "ann", each);
        }
    }

    @Test
    void aTopicIsOpenedWithTheFirstWordsAndAnswersComeBack() {
        heaps("Heaps", true);
        assertThat(world.room(TOPIC)).isEmpty();
        says("why a heap?", "and not a tree?");
        world.says(TOPIC, "bob", "because of arrays");

        assertThat(world.room(TOPIC))
                .containsExactly("ann: why a heap?", "ann: and not a tree?", "bob: because of arrays");
        assertThat(world.room(HEAPS.toString())).endsWith("bob: because of arrays");
        assertThat(world.room(TELEGRAM.toString())).isEmpty();
    }

    @Test
    void wherePlatformsHaveNoThreadsTheirTitleStandsAboveTheWords() {
        heaps("Heaps", true);
        MessageId said = world.says(HEAPS.toString(), "ann", "why a heap?");
        world.edits(said, "ann", "why heaps?");

        assertThat(world.room(TWITCH.toString()))
                .containsExactly("ann · Heaps: why a heap?", "ann · Heaps: (edited) why heaps?");
        assertThat(world.room(TOPIC)).containsExactly("ann: why heaps?");
    }

    @Test
    void whereNoThreadCanBeOpenedItsWordsAreReadInTheRoom() {
        world.mishaps()
                .atTheDoors(
                        TELEGRAM.toString(),
                        what -> what.startsWith("open")
                                ? Optional.of(new Outcome.Refused(Text.of("the chat is not a forum")))
                                : Optional.empty());
        heaps("Heaps", true);
        says("why a heap?", "and not a tree?");

        assertThat(world.room(TELEGRAM.toString()))
                .containsExactly("ann · Heaps: why a heap?", "ann · Heaps: and not a tree?");
    }

    @Test
    void aNewNameAndAClosingReachTheOthersAndWordsOpenItAgain() {
        heaps("Heaps", true);
        says("why a heap?");

        heaps("Heaps and trees", true);
        heaps("Heaps and trees", true);
        heaps("Heaps and trees", false);
        says("one more thing");
        world.hears(new ThreadChanged(RoomId.parse(TOPIC), TELEGRAM, "Trees", true));

        assertThat(world.admissions("telegram"))
                .containsExactly(
                        "reopen telegram:general.heaps Heaps and trees",
                        "close telegram:general.heaps Heaps and trees",
                        "reopen telegram:general.heaps Heaps and trees");
        assertThat(world.admissions("discord")).containsExactly("reopen discord:77 Trees");
        assertThat(world.room(TOPIC)).endsWith("ann: one more thing");
    }

    @Test
    void itGoesOnAfterARestart() {
        heaps("Heaps", true);
        says("why a heap?");
        world.restarts();
        heaps("Heaps", true);

        MessageId more = world.says(HEAPS.toString(), "ann", "and not a tree?");
        world.deletes(more);

        assertThat(world.room(TOPIC)).containsExactly("ann: why a heap?");
        assertThat(world.reads("select count(*) from bridge_thread")).containsExactly("3");
    }

    @Test
    void whatIsChangedOrTakenBackWhileTheThreadIsBeingOpenedIsReadAsItStandsThen() {
        world.mishaps()
                .atTheDoors(
                        TELEGRAM.toString(),
                        what -> what.startsWith("open") && world.now().isBefore(World.START.plusSeconds(5))
                                ? Optional.of(new Outcome.Later(Duration.ofSeconds(10), Text.of("wait")))
                                : Optional.empty());
        heaps("Heaps", true);
        MessageId one = world.says(HEAPS.toString(), "ann", "why a heap");
        MessageId two = world.says(HEAPS.toString(), "ann", "oops");
        world.edits(one, "ann", "why a heap?");
        world.deletes(two);
        assertThat(world.room(TOPIC)).isEmpty();

        world.passes(Duration.ofSeconds(30));

        assertThat(world.room(TOPIC)).containsExactly("ann: why a heap?");
    }

    @Test
    void whatIsOnlyKnownFromItsBeginningChangesNothing() {
        heaps("Heaps", true);
        says("why a heap?");
        heaps("Heaps and trees", false);
        world.hears(new ThreadChanged(HEAPS, DISCORD, "Heaps", true, false));

        assertThat(world.admissions("telegram")).containsExactly("close telegram:general.heaps Heaps and trees");
    }

    @Test
    void aThreadOfARoomThatIsNotJoinedConcernsNobody() {
        RoomId other = RoomId.parse("discord:questions");
        world.hears(new ThreadChanged(HEAPS, other, "Heaps", true));
        says("why a heap?");

        assertThat(world.room(TELEGRAM.toString())).isEmpty();
        assertThat(world.reads("select count(*) from bridge_thread")).containsExactly("0");
    }

    @Test
    void aThreadThatIsGoneIsOpenedAnewWithTheNextWords() {
        heaps("Heaps", true);
        says("why a heap?");

        world.hears(new ThreadGone(HEAPS));
        world.says(TOPIC, "bob", "because of arrays");

        assertThat(world.room("discord:general.heaps")).containsExactly("bob: because of arrays");
        world.says("discord:general.heaps", "ann", "I see");
        assertThat(world.room(TOPIC)).endsWith("bob: because of arrays", "ann: I see");
    }

    @Test
    void whatAThreadDoesNotTakeIsSaidInTheRoomThatItHangsFrom() {
        heaps("Heaps", true);
        says("why a heap?");
        world.mishaps().refuseOnce(DISCORD.toString(), "the channel is gone");

        MessageId said = world.says(TOPIC, "bob", "because of arrays");
        world.edits(said, "bob", "because of an array");

        assertThat(world.room(DISCORD.toString())).containsExactly("bob · Heaps: because of an array");
    }
}
