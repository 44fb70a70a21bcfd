package lyceum.community.qna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.community.Cast;
import lyceum.community.qna.IndexFeed.Change;
import lyceum.community.qna.QnaSettings.Talk;
import lyceum.hub.World;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.lucene.LuceneIndex;
import lyceum.sqlite.Sqlite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that nobody answers climb: what is like them is shown, helpers are called, and moderators read of them in the morning. */
class LadderTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final String STAFF = "discord:moderators";
    private static final String ASKED = "how do I install the java compiler on windows";
    private static final String ANSWER = "take the installer from the download page and run it as administrator";
    private static final String LIKE = "my windows laptop overheats while the compiler runs all night, what helps?";

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private LuceneIndex index;
    private World world;
    private long upTo;

    @BeforeEach
    void open() throws IOException {
        cast.has(1, "UTC", Language.EN, "discord:ada");
        cast.has(2, "UTC", Language.EN, "discord:bob");
        cast.has(4, "UTC", Language.EN, "discord:carla");
        cast.has(6, "UTC", Language.EN, "telegram:dora");
        index = LuceneIndex.open(folder.resolve("search"));
        List<RoomId> rooms = List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM));
        QnaSettings settings = new QnaSettings(
                List.of(new Talk("general", rooms)),
                Language.EN,
                Map.of(),
                ZoneOffset.UTC,
                Set.of(Topic.MEDICAL),
                List.of(RoomId.parse(STAFF)));
        world = World.open(
                folder,
                World.Cast.of(List.of(cast, new Qna(settings, index, (_, message) -> message)), "hub", "qna")
                        .withStreamChat()
                        .scoring(new QuestionScorer(index)));
        world.hasRoom(DISCORD, "general");
        solvedByCarla();
    }

    @AfterEach
    void close() throws IOException {
        world.close();
        index.close();
    }

    private void solvedByCarla() throws IOException {
        MessageId question = world.says(DISCORD, "bob", ASKED);
        MessageId answer = world.replies(DISCORD, "carla", ANSWER, question);
        world.commandsAbout(answer, "bob", "solved");
        theIndexFollows();
    }

    private void theIndexFollows() throws IOException {
        List<Change> changes = Sqlite.readers(folder.resolve("lyceum.db"))
                .withHandle(read -> new IndexFeed().after(read, upTo, 1_000));
        for (Change change : changes) {
            index.remove(change.id());
            if (change.entry() != null) {
                index.put(change.entry());
            }
            upTo = change.number();
        }
        index.refresh();
    }

    private String asks(String text) {
        return world.commands(TELEGRAM, "dora", "ask", Map.of("text", text));
    }

    @Test
    void firstWhatIsLikeItIsShownAndThenThoseAreCalledWhoSolvedSuchThings() {
        assertThat(asks(LIKE)).startsWith("Nobody answered that before");

        world.passes(Duration.ofMinutes(11));
        assertThat(world.room(DISCORD).getLast())
                .startsWith("Lyceum: Nobody has answered dora yet")
                .contains(ASKED)
                .contains("carla");
        assertThat(world.room(TELEGRAM).getLast()).startsWith("Lyceum: Nobody has answered dora yet");

        world.passes(Duration.ofMinutes(20));
        assertThat(world.room(DISCORD).getLast())
                .isEqualTo("Lyceum: carla: you have solved something like this before. Can you help dora? " + LIKE);
    }

    @Test
    void whatIsAnsweredClimbsNoFurther() {
        asks(LIKE);
        MessageId asked = world.message(DISCORD, world.room(DISCORD).size() - 1);
        world.replies(DISCORD, "bob", "put it on a stand so that air gets below it", asked);
        int lines = world.room(DISCORD).size();

        world.passes(Duration.ofHours(1));

        assertThat(world.room(DISCORD)).hasSize(lines);
    }

    @Test
    void whatIsLeftToPeopleIsCalledForAndNotCompared() {
        asks("which dose of ibuprofen helps when the windows compiler gives me a headache?");
        int lines = world.room(DISCORD).size();

        world.passes(Duration.ofMinutes(11));

        assertThat(world.room(DISCORD)).hasSize(lines);
    }

    @Test
    void inTheMorningWhatNobodyAnsweredIsReadByThoseWhoTeach() {
        asks(LIKE);
        assertThat(world.room(STAFF)).isEmpty();

        world.passes(Duration.ofDays(1));

        assertThat(world.room(STAFF)).containsExactly("Lyceum: Still without an answer:\n• " + LIKE + " — dora, 21 h");
    }
}
