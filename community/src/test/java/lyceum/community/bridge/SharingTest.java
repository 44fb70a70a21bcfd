package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether what waits behind a platform's limit goes out together, and each line can still be reached. */
class SharingTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final String TWITCH = "twitch:ada";
    private static final String WAITED = "Lyceum: dan: a\ndan: b\n";
    private static final Duration LIMIT = Duration.ofSeconds(8);

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        BridgeSettings settings = new BridgeSettings(
                "Lyceum",
                List.of(new Link("talk", List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM), RoomId.parse(TWITCH)))),
                ZoneId.of("UTC"),
                Language.EN,
                Map.of());
        Members members = new Members(new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of()));
        world = World.open(
                folder,
                World.Cast.of(List.of(members, new Bridge(settings)), "hub", "members", "bridge")
                        .withStreamChat());
        world.says(DISCORD, "ann", "first");
        world.mishaps().holdUp(TELEGRAM, LIMIT);
        world.says(DISCORD, "dan", "a");
        world.says(DISCORD, "dan", "b");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatCameMeanwhileIsOneMessageWithALineForEach() {
        world.says(DISCORD, "ann", "one");
        world.says(DISCORD, "bob", "two");
        world.says(DISCORD, "carla", "three");

        world.passes(LIMIT);
        world.says(DISCORD, "ann", "now");

        assertThat(world.room(TELEGRAM))
                .containsExactly("ann: first", WAITED + "ann: one\nbob: two\ncarla: three\n+4 in 8 s", "ann: now");
    }

    @Test
    void anEditReachesItsLineAndADeletionTakesItAwayAlsoAfterARestart() {
        world.says(DISCORD, "ann", "one");
        MessageId two = world.says(DISCORD, "bob", "twoo");
        MessageId three = world.says(DISCORD, "carla", "three");
        world.passes(LIMIT);
        world.restarts();

        world.edits(two, "bob", "two");
        assertThat(world.room(TELEGRAM).getLast()).isEqualTo(WAITED + "ann: one\nbob: two\ncarla: three\n+4");
        world.deletes(three);
        assertThat(world.room(TELEGRAM).getLast()).isEqualTo(WAITED + "ann: one\nbob: two\n+3");
        world.deletes(two);
        assertThat(world.room(TELEGRAM).getLast()).isEqualTo(WAITED + "ann: one\n+2");
    }

    @Test
    void whatIsEditedWhileItWaitsIsSaidInItsNewWordsAndWhatIsDeletedNotAtAll() {
        world.says(DISCORD, "ann", "one");
        MessageId two = world.says(DISCORD, "bob", "twoo");
        MessageId three = world.says(DISCORD, "carla", "three");
        world.says(DISCORD, "ann", "four");
        world.edits(two, "bob", "two");
        world.deletes(three);

        world.passes(LIMIT);

        assertThat(world.room(TELEGRAM).getLast()).isEqualTo(WAITED + "ann: one\nbob: two\nann: four\n+4 in 8 s");
    }

    @Test
    void anAnswerToALineStandsBelowTheSharedMessage() {
        world.says(DISCORD, "ann", "one");
        MessageId two = world.says(DISCORD, "bob", "two");
        world.says(DISCORD, "carla", "three");
        world.passes(LIMIT);

        world.replies(DISCORD, "carla", "right", two);

        assertThat(world.repliedTo(TELEGRAM, 2)).isEqualTo(world.message(TELEGRAM, 1));
        assertThat(world.room(TELEGRAM)).endsWith("carla: bob: two\nright");
    }

    @Test
    void aModeratorNamesTheLineThatShallGo() {
        world.says(DISCORD, "ann", "one");
        world.says(DISCORD, "bob", "buy followers");
        world.says(DISCORD, "carla", "three");
        world.passes(LIMIT);
        MessageId shared = world.message(TELEGRAM, 1);

        assertThat(world.commandsAbout(shared, "mei", "delete"))
                .isEqualTo("Several people speak in that message. Reply to it with /delete and the number of the line,"
                        + " the first is 1.");
        world.commandsAbout(shared, "mei", "delete", Map.of("message", "4"));

        assertThat(world.room(DISCORD)).containsExactly("ann: first", "dan: a", "dan: b", "ann: one", "carla: three");
        assertThat(world.room(TELEGRAM)).containsExactly("ann: first", WAITED + "ann: one\ncarla: three\n+3");
    }

    @Test
    void aLongBacklogGoesOutInAsManyMessagesAsItNeedsAndNothingIsLost() {
        List<String> said = IntStream.range(0, 200)
                .mapToObj(i -> "line " + i + " of a long evening")
                .toList();
        said.forEach(line -> world.says(DISCORD, "ann", line));

        world.passes(LIMIT);

        List<String> read = world.room(TELEGRAM).subList(1, world.room(TELEGRAM).size());
        assertThat(read).hasSizeBetween(4, 9);
        assertThat(read.stream()
                        .flatMap(String::lines)
                        .map(line -> line.replaceFirst("^(Lyceum: )?ann: ", ""))
                        .filter(line -> line.startsWith("line ")))
                .containsExactlyElementsOf(said);
    }

    @Test
    void whatMayStandTwiceIsSaidAgainAsTheSameMessage() {
        world.says(DISCORD, "ann", "one");
        world.says(DISCORD, "bob", "two");
        world.says(DISCORD, "carla", "three");
        world.mishaps().loseTheAnswerOnce(TELEGRAM);

        world.passes(LIMIT);
        world.passes(Duration.ofMinutes(2));

        assertThat(world.room(TELEGRAM))
                .containsExactly("ann: first", WAITED + "ann: one\nbob: two\ncarla: three\n+4 in 8 s");
    }

    @Test
    void whatIsTakenBackOrChangedWhileTheMessageIsOnItsWayIsSetRightAndNoOtherLineIsTouched() {
        MessageId one = world.says(DISCORD, "ann", "one");
        MessageId two = world.says(DISCORD, "bob", "buy followers");
        world.says(DISCORD, "carla", "three");
        world.mishaps().loseTheAnswerOnce(TELEGRAM);
        world.passes(LIMIT);

        world.deletes(two);
        world.edits(one, "ann", "uno");
        world.passes(Duration.ofMinutes(2));

        assertThat(world.room(TELEGRAM)).containsExactly("ann: first", WAITED + "ann: uno\ncarla: three\n+3");
    }

    @Test
    void whereNothingCanBeChangedTheRestIsSaidAgainWhenALineGoes() {
        List<MessageId> said = holdUpStreamChat();
        world.passes(LIMIT);
        assertThat(world.room(TWITCH))
                .endsWith("dan: a", "dan: b", "Lyceum: dan: b\nann: n 0\nbob: n 1\ncarla: n 2\nann: n 3\n+4 in 8 s");

        world.deletes(said.get(1));

        assertThat(world.room(TWITCH))
                .containsExactly(
                        "ann: first",
                        "dan: a",
                        "dan: b",
                        "Lyceum: dan: b",
                        "Lyceum: ann: n 0",
                        "Lyceum: carla: n 2",
                        "Lyceum: ann: n 3");
        world.deletes(said.get(3));
        assertThat(world.room(TWITCH)).endsWith("Lyceum: ann: n 0", "Lyceum: carla: n 2");
    }

    @Test
    void whereNothingCanBeChangedNewWordsOfALineAreSaidOnceMore() {
        List<MessageId> said = holdUpStreamChat();
        world.passes(LIMIT);

        world.edits(said.get(2), "carla", "n two");

        assertThat(world.room(TWITCH)).endsWith("carla: (edited) n two");
    }

    @Test
    void newWordsThatWereSaidOnceMoreAreNotSaidAgainWithTheRest() {
        List<MessageId> said = holdUpStreamChat();
        world.mishaps().holdUp(TELEGRAM, LIMIT.multipliedBy(3)); // there the words wait, so they are remembered
        world.passes(LIMIT);
        world.edits(said.get(2), "carla", "n two");

        world.deletes(said.get(1));

        assertThat(world.room(TWITCH))
                .filteredOn(line -> line.contains("n two"))
                .hasSize(1);
        assertThat(world.room(TWITCH)).filteredOn(line -> line.contains("n 2")).hasSize(1);
    }

    private List<MessageId> holdUpStreamChat() {
        world.mishaps().holdUp(TWITCH, LIMIT);
        world.says(DISCORD, "dan", "b");
        return List.of(
                world.says(DISCORD, "ann", "n 0"),
                world.says(DISCORD, "bob", "n 1"),
                world.says(DISCORD, "carla", "n 2"),
                world.says(DISCORD, "ann", "n 3"));
    }

    @Test
    void whereMoreIsLetThroughOnlyALongBacklogIsPutTogetherAlsoOverARestart() {
        world.mishaps().holdUp(DISCORD, LIMIT);
        List<MessageId> said = IntStream.range(0, 30)
                .mapToObj(i -> world.says(TWITCH, i % 2 == 0 ? "ann" : "bob", "n " + i))
                .toList();
        world.mishaps().loseTheAnswerOnce(DISCORD);
        world.restarts();
        world.passes(Duration.ofMinutes(2));

        List<String> read = world.room(DISCORD);
        assertThat(read).hasSizeLessThan(10);
        assertThat(read.stream().flatMap(String::lines).map(line -> line.replaceFirst("^Lyceum: ", "")))
                .containsSubsequence(IntStream.range(0, 30)
                        .mapToObj(i -> (i % 2 == 0 ? "ann" : "bob") + ": n " + i)
                        .toList());
        world.deletes(said.getLast());
        assertThat(String.join("\n", world.room(DISCORD))).contains("n 28").doesNotContain("n 29");
    }

    @Test
    void anAnswerAmongManyNamesWhatItAnswers() {
        MessageId one = world.says(DISCORD, "ann", "one");
        world.says(DISCORD, "bob", "two");
        world.replies(DISCORD, "carla", "right", one);

        world.passes(LIMIT);

        assertThat(world.room(TELEGRAM)).endsWith(WAITED + "ann: one\nbob: two\ncarla ↪ “ann: one”: right\n+4 in 8 s");
    }

    @Test
    void anAnswerToASharedMessageFindsItsLineByTheWordsThatAreQuotedAndElseNamesAllWhoSpeakInIt() {
        world.says(DISCORD, "ann", "one");
        MessageId two = world.says(DISCORD, "bob", "two");
        world.says(DISCORD, "carla", "three");
        world.passes(LIMIT);
        MessageId shared = world.message(TELEGRAM, 1);

        world.quotes(TELEGRAM, "dan", "agreed", shared, "two");
        world.replies(TELEGRAM, "dan", "indeed", shared);

        int last = world.room(DISCORD).size() - 1;
        assertThat(world.repliedTo(DISCORD, last - 1)).isEqualTo(two);
        assertThat(world.room(DISCORD))
                .endsWith("dan: agreed", "dan: (in answer to one of: dan, ann, bob, carla)\nindeed");
    }

    @Test
    void whoTakesASharedMessageAwayTakesNobodysWordsAwayElsewhere() {
        world.says(DISCORD, "ann", "one");
        world.says(DISCORD, "bob", "two");
        world.says(DISCORD, "carla", "three");
        world.passes(LIMIT);

        world.deletes(world.message(TELEGRAM, 1));

        assertThat(world.room(DISCORD)).endsWith("ann: one", "bob: two", "carla: three");
    }
}
