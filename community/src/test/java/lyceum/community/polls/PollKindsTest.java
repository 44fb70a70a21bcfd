package lyceum.community.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.community.Cast;
import lyceum.hub.World;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polls of all kinds by three fans, and what becomes of a ballot when its voter is somebody else than was known. */
class PollKindsTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private World world;

    @BeforeEach
    void open() {
        cast.has(1, "UTC", Language.EN, "discord:ada");
        cast.has(2, "UTC", Language.EN, "discord:bob");
        cast.has(3, "UTC", Language.EN, "telegram:ming");
        cast.has(4, "UTC", Language.EN, "discord:kai");
        List<RoomId> rooms = List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM));
        Polls polls = new Polls(new PollsSettings(rooms, Language.EN, Map.of()));
        world = World.open(folder, World.Cast.of(List.of(cast, polls), "hub", "polls"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String opens(String... more) {
        Map<String, String> given =
                new HashMap<>(Map.of("question", "What next?", "options", "Graphs | Trees | Heaps"));
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        return world.commands(DISCORD, "ada", "poll-new", given);
    }

    private String votes(String room, String who, String choice) {
        return world.commands(room, who, "vote", Map.of("choice", choice));
    }

    private String outcome() {
        world.commands(DISCORD, "ada", "poll-close", Map.of("poll", "1"));
        return world.room(DISCORD).getLast();
    }

    @Test
    void pointsAreGivenByPressesOrInWordsAndAddUp() {
        opens("method", "score");
        world.presses(DISCORD, "bob", "Graphs");
        String third = world.presses(DISCORD, "bob", "Graphs");
        String words = votes(TELEGRAM, "ming", "Graphs:1, Trees:5");

        assertThat(third).startsWith("Your vote counts: Graphs 2.");
        assertThat(words).startsWith("Your vote counts: Graphs 1, Trees 5.");
        assertThat(votes(TELEGRAM, "ming", "Graphs:9")).isEqualTo("9 is not a number of points from 0 to 5.");
        assertThat(outcome())
                .contains("Winner: Trees")
                .contains("Graphs: 3 points")
                .contains("Trees: 5 points");
    }

    @Test
    void aTransferableVoteFillsTwoSeatsAndTellsItsRounds() {
        opens("method", "stv", "seats", "2");
        votes(DISCORD, "bob", "Graphs > Trees");
        votes(TELEGRAM, "ming", "Graphs > Trees");
        votes(DISCORD, "kai", "Heaps");

        assertThat(outcome())
                .contains("Winners: Graphs, Heaps")
                .contains("Round 1: Graphs 2 · Heaps 1 · Trees 0. Graphs has reached the quota of 2 and is elected");
    }

    @Test
    void withoutAQuorumThereIsNoResult() {
        opens("quorum", "3");
        votes(DISCORD, "bob", "1");

        assertThat(outcome()).contains("No result: 1 voted, and 3 were needed.").doesNotContain("Winner");
    }

    @Test
    void openBallotsAreToldAndSecretOnesAreNot() {
        opens("ballots", "open");
        votes(DISCORD, "bob", "Trees");

        assertThat(world.room(DISCORD).getFirst()).contains("The result will say who voted for what.");
        assertThat(outcome()).contains("bob: Trees");
        opens();
        votes(DISCORD, "bob", "Trees");
        world.commands(DISCORD, "ada", "poll-close", Map.of("poll", "2"));
        assertThat(world.room(DISCORD).getLast()).doesNotContain("bob");
    }

    @Test
    void whoHasNotVotedIsRemindedOnce() {
        opens("minutes", "20");
        votes(DISCORD, "bob", "Trees");

        world.passes(Duration.ofMinutes(17));

        assertThat(world.room(TELEGRAM)).hasSize(2);
        assertThat(world.room(TELEGRAM).getLast()).contains("Still open for 4 minutes: What next? 1 have voted");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(opens("method", "irv", "seats", "2")).isEqualTo("irv has one winner; for 2 write stv.");
        assertThat(opens("seats", "3")).isEqualTo("3 cannot win; write a number from 1 to 2.");
        assertThat(opens("ballots", "maybe")).contains("Choose one of: secret, open");
        assertThat(opens("quorum", "some")).startsWith("some is not a number");
    }

    @Test
    void ofTwoBallotsOfOnePersonTheLaterOneStays() {
        opens();
        votes(DISCORD, "bob", "Graphs");
        world.passes(Duration.ofSeconds(1));
        votes(TELEGRAM, "ming", "Trees");

        world.hears(new MembersMerged(
                new MemberId(3),
                new MemberId(2),
                Set.of(AuthorId.parse("discord:bob"), AuthorId.parse("telegram:ming"))));

        assertThat(world.reads("select member || ' ' || wanted from polls_ballot"))
                .containsExactly("2 1");
    }

    @Test
    void whoIsForgottenLeavesAnOpenPollAndStaysCountedInAClosedOne() {
        opens("ballots", "open");
        votes(DISCORD, "bob", "Trees");
        world.commands(DISCORD, "ada", "poll-close", Map.of("poll", "1"));
        opens();
        votes(DISCORD, "bob", "Graphs");

        world.hears(new MemberForgotten(new MemberId(2), Set.of(AuthorId.parse("discord:bob"))));

        assertThat(world.reads("select poll || account || name || wanted from polls_ballot"))
                .containsExactly("11");
    }
}
