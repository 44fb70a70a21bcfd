package lyceum.community.qna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import lyceum.community.Cast;
import lyceum.community.qna.IndexFeed.Change;
import lyceum.community.qna.QnaSettings.Talk;
import lyceum.community.qna.questions.Questions;
import lyceum.hub.Completing;
import lyceum.hub.World;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.feature.Completion.Suggestion;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Suggestions.Typed;
import lyceum.lucene.LuceneIndex;
import lyceum.sqlite.Sqlite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody is shown who types a question. */
class FindingTest {
    private static final String DISCORD = "discord:general";
    private static final String ELSEWHERE = "discord:elsewhere";
    private static final String JAVA = "How do I install the Java compiler on Windows?";
    private static final String WINGET = "Run winget install EclipseAdoptium.Temurin.25.JDK and open a new terminal.";
    private static final String GRAPHS = "When is the next class about graphs?";

    @TempDir
    Path folder;

    private LuceneIndex index;
    private World world;
    private Completing typing;

    @BeforeEach
    void open() throws Exception {
        Cast cast = new Cast();
        cast.has(2, "UTC", Language.EN, "discord:bob");
        cast.has(4, "UTC", Language.EN, "discord:carla");
        index = LuceneIndex.open(folder.resolve("search"));
        List<Talk> talks = List.of(
                new Talk("general", List.of(RoomId.parse(DISCORD))),
                new Talk("other", List.of(RoomId.parse(ELSEWHERE))));
        Qna qna = new Qna(
                new QnaSettings(talks, Language.EN, Map.of(), ZoneOffset.UTC, Set.of(Topic.MEDICAL)),
                index,
                (_, message) -> message);
        world = World.open(
                folder, World.Cast.of(List.of(cast, qna), "hub", "qna").scoring(new QuestionScorer(index)));
        typing = new Completing(List.of(qna), new Completing.Reading() {
            @Override
            public <T> T with(Function<ReadTx, T> reader) {
                return Sqlite.readers(folder.resolve("lyceum.db"))
                        .withHandle(read -> reader.apply(new ReadTx(read, Instant.EPOCH)));
            }
        });
        answered(JAVA, WINGET);
        answered(GRAPHS, "On Friday at six, in the live room, about shortest paths.");
        answered("老师，作业什么时候交？", "星期五晚上十点以前交，放在网盘里。");
        theIndexFollows();
    }

    @AfterEach
    void close() throws Exception {
        world.close();
        index.close();
    }

    private MessageId answered(String question, String answer) {
        return world.replies(DISCORD, "carla", answer, world.says(DISCORD, "bob", question));
    }

    private void theIndexFollows() throws Exception {
        List<Change> changes =
                Sqlite.readers(folder.resolve("lyceum.db")).withHandle(read -> new IndexFeed().after(read, 0, 1_000));
        for (Change change : changes) {
            index.remove(change.id());
            if (change.entry() != null) {
                index.put(change.entry());
            }
        }
        index.refresh();
    }

    private List<String> types(String room, String command, String text) {
        Speaker ann = new Speaker(AuthorId.parse("discord:ann"), "ann", null, Standing.FAN, false, Language.EN);
        return typing.suggest(new Typed(ann, RoomId.parse(room), command, "", text)).stream()
                .map(Suggestion::value)
                .toList();
    }

    @Test
    void aQuestionIsFoundWhileItsLastWordIsStillTyped() {
        assertThat(types(DISCORD, "search", "how do I inst")).first().isEqualTo(JAVA);
        assertThat(types(DISCORD, "ask", "when is the next cla")).first().isEqualTo(GRAPHS);
        assertThat(types(DISCORD, "search", "comp")).containsExactly(JAVA);
        assertThat(types(DISCORD, "search", "作业")).first().isEqualTo("老师，作业什么时候交？");
    }

    @Test
    void whoNamesNoCommandLooksUpToo() {
        assertThat(types(DISCORD, "", "java compiler")).first().isEqualTo(JAVA);
    }

    @Test
    void itsAnswerStandsBelowAndIsSaidWhereChoosingSaysSomething() {
        Speaker ann = new Speaker(AuthorId.parse("telegram:5"), "ann", null, Standing.FAN, false, Language.EN);

        Suggestion shown = typing.suggest(new Typed(ann, RoomId.parse(DISCORD), "search", "text", "java"))
                .getFirst();

        assertThat(shown.title()).isEqualTo(Text.of(JAVA));
        assertThat(shown.detail()).isEqualTo(Text.of(WINGET));
        assertThat(new Plain(Phrases.of("qna"))
                        .text(Objects.requireNonNull(shown.said()), Language.EN)
                        .plain())
                .isEqualTo("This was asked and answered before:\n" + JAVA + "\n" + WINGET
                        + "\n— carla, 2026-03-01, on Discord");
    }

    @Test
    void beforeTheFirstWordWhatHelpedMostIsShown() {
        assertThat(types(DISCORD, "search", "")).isEmpty();
        MessageId answer =
                answered("Which editor do you use for the class?", "I use the plain one that comes with it.");
        Speaker bob = new Speaker(AuthorId.parse("discord:bob"), "bob", null, Standing.FAN, false, null);
        world.hears(new ReactionChanged(answer, bob, "✅", true));

        assertThat(types(DISCORD, "search", " ")).containsExactly("Which editor do you use for the class?");
    }

    @Test
    void anotherTalkShowsNothingOfThis() {
        assertThat(types(ELSEWHERE, "search", "java compiler")).isEmpty();
        assertThat(types(ELSEWHERE, "search", "")).isEmpty();
    }

    @Test
    void whoPassesOnWhatWasFoundAsksNothing() {
        Speaker ann = new Speaker(AuthorId.parse("telegram:5"), "ann", null, Standing.FAN, false, Language.EN);
        Suggestion shown = typing.suggest(new Typed(ann, RoomId.parse(DISCORD), "", "", "java"))
                .getFirst();
        Text said = new Plain(Phrases.of("qna")).text(Objects.requireNonNull(shown.said()), Language.EN);

        assertThat(new QuestionScorer(index).score(posted(ann, said)))
                .isNotNull()
                .satisfies(asks -> assertThat(asks.question()).isLessThan(Questions.LINE));
        assertThat(new QuestionScorer(index).score(posted(ann, Text.of(JAVA))))
                .isNotNull()
                .satisfies(asks -> assertThat(asks.question()).isGreaterThan(0.9));
    }

    private static MessagePosted posted(Speaker who, Text said) {
        MessageId message = MessageId.parse("telegram:main/1");
        Key key = new Key(message.room().platform(), "1", "");
        return new MessagePosted(key, message, who, said, List.of(), null, Instant.EPOCH);
    }
}
