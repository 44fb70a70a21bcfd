package lyceum.community.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.community.Cast;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A creator, three fans, one of them with two accounts, and a poll in three rooms. */
class PollsTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";
    private static final String TWITCH = "twitch:ada";
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private World world;

    @BeforeEach
    void open() {
        cast.has(1, "UTC", Language.EN, "discord:ada");
        cast.has(2, "UTC", Language.EN, "discord:bob", "telegram:bobby");
        cast.has(3, "UTC", Language.ZH, "telegram:ming");
        cast.has(4, "UTC", Language.EN, "twitch:kai");
        PollsSettings settings = new PollsSettings(
                List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM), RoomId.parse(TWITCH)),
                Language.EN,
                Map.of(RoomId.parse(TELEGRAM), Language.ZH));
        world = World.open(
                folder,
                World.Cast.of(List.of(cast, new Polls(settings)), "hub", "polls")
                        .withStreamChat());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String asks(String room, String who, String command, String... options) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            given.put(options[i], options[i + 1]);
        }
        return world.commands(room, who, command, given);
    }

    private String opens(String... more) {
        Map<String, String> given = new HashMap<>(Map.of("question", "What next?", "options", "Graphs | Trees"));
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        return world.commands(DISCORD, "ada", "poll-new", given);
    }

    @Test
    void aPollIsShownInEveryRoomWithItsOptions() {
        String answer = opens("minutes", "5");

        assertThat(answer).isEqualTo("Poll 1 is open in all rooms for 5 minutes.");
        assertThat(world.room(DISCORD))
                .containsExactly(
                        "Lyceum: What next?\nGraphs: 0 (0 %)\nTrees: 0 (0 %)\n0 voted · poll 1 [Graphs] [Trees]");
        assertThat(world.room(TELEGRAM).getFirst()).contains("0 人已投票");
        assertThat(world.room(TWITCH)).hasSize(1);
    }

    @Test
    void aPersonHasOneVoteWithAllAccountsAndTheCountsAreEqualEverywhere() {
        opens();

        world.presses(DISCORD, "bob", "Graphs");
        world.presses(DISCORD, "bob", "Graphs");
        world.presses(TELEGRAM, "bobby", "Trees");
        String answer = world.presses(TELEGRAM, "ming", "Graphs");
        asks(TWITCH, "kai", "vote", "choice", "2");
        world.passes(A_MOMENT);

        assertThat(answer).isEqualTo("您的选择已计入：Graphs。结束前可以更改。");
        assertThat(world.room(DISCORD).getFirst()).contains("Graphs: 1 (33 %)\nTrees: 2 (67 %)\n3 voted");
        assertThat(world.room(TELEGRAM).getFirst()).contains("Graphs：1（33 %）\nTrees：2（67 %）\n3 人已投票");
    }

    @Test
    void manyVotesChangeACardOnceInAWhile() {
        opens();

        world.presses(DISCORD, "bob", "Graphs");
        String before = world.room(DISCORD).getFirst();
        world.presses(TELEGRAM, "ming", "Graphs");
        world.passes(A_MOMENT);

        assertThat(before).contains("0 voted");
        assertThat(world.room(DISCORD).getFirst()).contains("2 voted");
    }

    @Test
    void itClosesOnTimeThoughTheHubWasDownAndTellsEveryRoomTheSame() {
        opens("minutes", "5");
        world.presses(DISCORD, "bob", "Trees");

        world.isDownFor(Duration.ofMinutes(7));
        String late = asks(TELEGRAM, "ming", "vote", "choice", "Graphs", "poll", "1");

        assertThat(late).isEqualTo("这个投票已经结束：What next?");
        assertThat(world.room(DISCORD))
                .containsExactly(
                        "Lyceum: What next?\nGraphs: 0 (0 %)\nTrees: 1 (100 %)\nClosed. 1 voted · poll 1",
                        "Lyceum: Result: What next?\nWinner: Trees\nGraphs: 0 (0 %)\nTrees: 1 (100 %)");
        assertThat(world.room(TELEGRAM).getLast()).contains("胜出：Trees");
        assertThat(world.room(TWITCH).getLast()).contains("Winner: Trees");
    }

    @Test
    void aTieIsBrokenByTheSeedThatIsPublished() {
        opens();
        world.presses(DISCORD, "bob", "Trees");
        world.presses(TELEGRAM, "ming", "Graphs");

        asks(DISCORD, "ada", "poll-close");

        assertThat(world.room(DISCORD).getLast())
                .containsPattern("Tied: Graphs, Trees\\. Drawn by the published seed [0-9a-f]{64}: (Graphs|Trees)");
        assertThat(world.room(DISCORD)).hasSize(2);
    }

    @Test
    void hiddenCountsAreShownOnlyAtTheEnd() {
        opens("counts", "hidden");
        world.presses(DISCORD, "bob", "Trees");
        world.passes(A_MOMENT);

        assertThat(world.room(DISCORD).getFirst()).contains("Trees: hidden until it closes\n1 voted");
    }

    @Test
    void aRankedPollTellsItsRounds() {
        opens("options", "A | B | C", "method", "irv");
        asks(DISCORD, "bob", "vote", "choice", "A > C");
        asks(TELEGRAM, "ming", "vote", "choice", "1 > 2");
        asks(TWITCH, "kai", "vote", "choice", "2 > 1");

        asks(DISCORD, "ada", "poll-close", "poll", "1");

        assertThat(world.room(DISCORD).getLast())
                .contains("Winner: A")
                .contains("Round 1: A 2 · B 1 · C 0. A has more than half and wins.");
    }

    @Test
    void aPollByDuelsTellsWhoBeatWhom() {
        opens("options", "A | B | C", "method", "condorcet");
        asks(DISCORD, "bob", "vote", "choice", "B > A > C");
        asks(TELEGRAM, "ming", "vote", "choice", "B > C > A");
        asks(TWITCH, "kai", "vote", "choice", "A > B > C");

        asks(DISCORD, "ada", "poll-close", "poll", "1");

        assertThat(world.room(DISCORD).getLast())
                .contains("Winner: B")
                .containsSubsequence("B 3 · C 0", "B 2 · A 1", "A 2 · C 1")
                .contains("In the end each stands above so many: B > 2 · A > 1 · C > 0");
    }

    @Test
    void inAnApprovalPollAButtonChoosesAndTakesBack() {
        opens("method", "approval");
        world.presses(DISCORD, "bob", "Trees");
        world.presses(DISCORD, "bob", "Graphs");
        String back = world.presses(DISCORD, "bob", "Trees");

        assertThat(back).startsWith("Your vote counts: Graphs.");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThat(opens("options", "only one")).startsWith("A poll needs 2 to 10 options");
        assertThat(opens("options", "a|A")).startsWith("The option a stands there twice");
        assertThat(opens("minutes", "soon")).startsWith("soon is not a number of minutes");
        assertThat(opens("method", "dice")).contains("plurality, approval, score, irv, stv, condorcet");
        assertThat(asks(DISCORD, "bob", "vote", "choice", "1")).isEqualTo("No poll is open now.");
        assertThat(asks(DISCORD, "bob", "vote", "choice", "1", "poll", "9")).isEqualTo("There is no poll 9.");
        assertThat(asks(DISCORD, "bob", "poll-close")).isNotEmpty();
        assertThat(world.room(DISCORD)).isEmpty();
    }

    @Test
    void theConsoleShowsPollsAndClosesThem() {
        opens();
        world.presses(DISCORD, "bob", "Trees");

        assertThat(world.page("polls", "ada", Map.of())).anyMatch(line -> line.contains("What next?"));
    }
}
