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
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.lucene.LuceneIndex;
import lyceum.sqlite.Sqlite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One talk in three rooms, another in a room of its own, and an index that follows. */
class QnaTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";
    private static final String TWITCH = "twitch:ada";
    private static final String ELSEWHERE = "discord:elsewhere";
    private static final String ASKED = "How do I install the Java compiler on Windows?";
    private static final String ANSWER = "Run winget install EclipseAdoptium.Temurin.25.JDK and open a new terminal.";

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private LuceneIndex index;
    private World world;
    private long upTo;

    @BeforeEach
    void open() throws IOException {
        cast.has(1, "UTC", Language.EN, "discord:ada");
        cast.has(7, "UTC", Language.EN, "discord:mei");
        cast.has(2, "UTC", Language.EN, "discord:bob", "telegram:bobby");
        cast.has(3, "UTC", Language.ZH, "telegram:ming");
        cast.has(4, "UTC", Language.EN, "discord:carla");
        cast.has(5, "UTC", Language.EN, "twitch:kai");
        cast.has(6, "UTC", Language.EN, "telegram:dora");
        index = LuceneIndex.open(folder.resolve("search"));
        List<RoomId> rooms = List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM), RoomId.parse(TWITCH));
        List<Talk> talks = List.of(new Talk("general", rooms), new Talk("other", List.of(RoomId.parse(ELSEWHERE))));
        QnaSettings settings = new QnaSettings(talks, Language.EN, Map.of(), ZoneOffset.UTC, Set.of(Topic.values()));
        world = World.open(
                folder,
                World.Cast.of(List.of(cast, new Qna(settings, index, (_, message) -> message)), "hub", "qna")
                        .withStreamChat()
                        .scoring(new QuestionScorer(index)));
    }

    @AfterEach
    void close() throws IOException {
        world.close();
        index.close();
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

    /** Bob asks on Discord and Carla answers; a day passes. */
    private MessageId[] answeredYesterday() throws IOException {
        MessageId question = world.says(DISCORD, "bob", ASKED);
        MessageId answer = world.replies(DISCORD, "carla", ANSWER, question);
        theIndexFollows();
        world.passes(Duration.ofDays(1));
        return new MessageId[] {question, answer};
    }

    private String asks(String room, String who, String text) {
        return world.commands(room, who, "ask", Map.of("text", text));
    }

    @Test
    void whatWasAnsweredOnDiscordIsOfferedOnTelegramAndBothPlacesShowThatItSolvedIt() throws IOException {
        MessageId[] said = answeredYesterday();

        MessageId asked = world.says(TELEGRAM, "dora", "how can i install the java compiler on windows");
        assertThat(world.room(TELEGRAM).getLast())
                .isEqualTo("Lyceum: This was asked before: " + ASKED + "\n" + ANSWER
                        + "\n— carla, 2026-03-01, on Discord [This solved it] [No]");
        assertThat(world.repliedTo(TELEGRAM, 1)).isEqualTo(asked);
        String thanks = world.presses(TELEGRAM, "dora", "This solved it");

        assertThat(thanks).isEqualTo("Good to know, thank you. It is marked as solved.");
        assertThat(world.room(TELEGRAM).getLast())
                .startsWith("Lyceum: ✅ Solved.")
                .doesNotContain("[No]");
        assertThat(world.reactions(said[0])).containsExactly("✅");
        assertThat(world.reactions(said[1])).containsExactly("✅");
        assertThat(world.reactions(asked)).containsExactly("👌");
    }

    @Test
    void whoAsksByCommandIsAnsweredInPrivateWithTheReason() throws IOException {
        answeredYesterday();

        String answer = asks(TELEGRAM, "dora", "install java compiler on windows");

        assertThat(answer).contains(ANSWER).contains("carla").contains("[This solved it] [No]");
        assertThat(world.room(TELEGRAM)).isEmpty();
    }

    @Test
    void inStreamChatTheAnswerIsGivenToo() throws IOException {
        answeredYesterday();

        assertThat(asks(TWITCH, "kai", "how do I install the Java compiler on Windows?"))
                .contains("winget install");
    }

    @Test
    void theHubIsSilentWhereItIsUnsure() throws IOException {
        answeredYesterday();

        world.says(TELEGRAM, "dora", "which planet has the most moons?");
        world.says(TELEGRAM, "dora", "How do I install a dishwasher in a small kitchen?");
        world.says(TELEGRAM, "dora", "the java compiler on windows is slow today");

        assertThat(world.room(TELEGRAM)).hasSize(3);
    }

    @Test
    void smallTalkIsNeverOffered() throws IOException {
        MessageId hello = world.says(DISCORD, "bob", "how are you?");
        world.replies(DISCORD, "carla", "fine", hello);
        theIndexFollows();

        world.says(TELEGRAM, "dora", "how are you?");

        assertThat(world.room(TELEGRAM)).hasSize(1);
    }

    @Test
    void whatNobodyAnsweredIsAskedInEveryRoomAndTheAnswerComesInPrivate() throws IOException {
        String opened = asks(TELEGRAM, "dora", "Does the exam cover red-black trees?");

        assertThat(opened).startsWith("Nobody answered that before");
        assertThat(world.room(DISCORD))
                .containsExactly(
                        "Lyceum: ❓ dora asks: Does the exam cover red-black trees?\nReply to this message if you know.");
        assertThat(world.room(TWITCH)).hasSize(1);
        MessageId told = world.replies(DISCORD, "carla", "Yes, insertion but not deletion.", world.message(DISCORD, 0));

        assertThat(world.room("telegram:@dora").getLast())
                .startsWith("Lyceum: carla answered your question: Does the exam cover red-black trees?")
                .contains("Yes, insertion but not deletion.");
        world.presses("telegram:@dora", "dora", "This solved it");
        assertThat(world.reactions(told)).containsExactly("✅");
        assertThat(world.reactions(world.message(DISCORD, 0))).containsExactly("✅");
    }

    @Test
    void noAsksEverybodyOrTakesTheOfferAway() throws IOException {
        answeredYesterday();
        world.says(TELEGRAM, "dora", "how can i install the java compiler on windows");

        assertThat(world.presses(TELEGRAM, "bobby", "No")).startsWith("Only whoever asked");
        assertThat(world.presses(TELEGRAM, "dora", "No")).isEqualTo("Thank you. The question stays open.");

        assertThat(world.room(TELEGRAM)).hasSize(1);
    }

    @Test
    void thanksAndTicksMarkWhatSolvedAQuestion() throws IOException {
        MessageId question = world.says(DISCORD, "bob", ASKED);
        MessageId answer = world.says(DISCORD, "carla", "bob: " + ANSWER);
        world.passes(Duration.ofMinutes(2));
        world.replies(DISCORD, "bob", "thanks, that worked!", answer);

        assertThat(world.reactions(question)).containsExactly("✅");
        assertThat(world.reactions(answer)).containsExactly("✅");
    }

    @Test
    void whatIsSaidInOtherTalksStaysThere() throws IOException {
        MessageId question = world.says(ELSEWHERE, "bob", ASKED);
        world.replies(ELSEWHERE, "carla", ANSWER, question);
        theIndexFollows();

        assertThat(world.commands(TELEGRAM, "dora", "search", Map.of("text", ASKED)))
                .startsWith("Nothing like that");
    }

    @Test
    void chineseIsAskedAndAnsweredToo() throws IOException {
        MessageId question = world.says(DISCORD, "bob", "请问 Windows 上怎么安装 Java 编译器？");
        world.replies(DISCORD, "carla", "运行 winget install Temurin，然后重新打开终端。", question);
        theIndexFollows();

        world.says(TELEGRAM, "ming", "Windows 怎么安装 Java 编译器");
        String answer = world.commands(TELEGRAM, "ming", "search", Map.of("text", "安裝 編譯器"));

        assertThat(world.room(TELEGRAM).getLast()).contains("winget install Temurin");
        assertThat(answer).startsWith("这里问过并有回答的");
    }

    @Test
    void whatWasTakenBackOrForgottenIsNowhere() throws IOException {
        MessageId[] said = answeredYesterday();
        world.says(TELEGRAM, "dora", "how can i install the java compiler on windows");

        world.deletes(said[1]);
        world.hears(new MemberForgotten(new MemberId(2), Set.of(AuthorId.parse("discord:bob"))));
        theIndexFollows();
        index.purge();

        assertThat(world.room(TELEGRAM)).hasSize(1);
        assertThat(world.reads("select said from qna_question union select said from qna_answer"
                        + " union select said from qna_line"))
                .noneMatch(text -> text.contains("winget") || text.equals(ASKED));
        assertThat(index.size()).isZero();
        assertThat(world.commands(TELEGRAM, "dora", "search", Map.of("text", ASKED)))
                .startsWith("Nothing like that");
    }

    @Test
    void whatCouldDoHarmIsLeftToPeople() throws IOException {
        MessageId question = world.says(DISCORD, "bob", "How much ibuprofen can I take before the class?");
        world.replies(DISCORD, "carla", "I always take four of them, works for me.", question);
        theIndexFollows();

        world.says(TELEGRAM, "dora", "how much ibuprofen can I take before the class?");
        String asked = asks(TELEGRAM, "dora", "how much ibuprofen can I take before the class?");

        assertThat(world.room(DISCORD).get(1)).startsWith("Lyceum: This is a medical question");
        assertThat(world.room(TELEGRAM)).noneMatch(line -> line.contains("four"));
        assertThat(asked).startsWith("This is a medical question").doesNotContain("four");
    }

    @ParameterizedTest
    @CsvSource({
        "Can I be sued for quoting a textbook on stream?,This is a legal question",
        "我在直播里引用教材会被起诉吗？,This is a legal question",
        "Which stocks should I put my savings into?,This is a question of money",
        "我的存款应该买哪只股票？,This is a question of money"
    })
    void lawAndMoneyAreLeftToPeopleToo(String question, String notice) throws IOException {
        MessageId asked = world.says(DISCORD, "bob", question);
        world.replies(DISCORD, "carla", "Surely, I did it twice.", asked);
        theIndexFollows();

        assertThat(asks(TELEGRAM, "dora", question)).startsWith(notice).doesNotContain("twice");
    }

    @Test
    void theConsoleShowsWhatWaitsAndWhoHelps() throws IOException {
        MessageId question = world.says(DISCORD, "bob", ASKED);
        MessageId answer = world.replies(DISCORD, "carla", ANSWER, question);
        world.commandsAbout(answer, "bob", "solved");
        MessageId open = world.says(DISCORD, "bob", "Which editor do you use in class?");
        world.passes(Duration.ofHours(3));

        List<String> shown = world.page("qna", "mei", Map.of());

        assertThat(shown).anyMatch(line -> line.contains("Which editor") && line.contains("3 h"));
        assertThat(shown).anyMatch(line -> line.contains("carla") && line.contains("1"));
        assertThat(world.chooses(open, "bob", "qna:close:2")).isEmpty();
        assertThat(world.chooses(open, "mei", "qna:close:2")).isEqualTo("The question is closed.");
        assertThat(world.page("qna", "mei", Map.of())).noneMatch(line -> line.contains("Which editor"));
    }

    @Test
    void whatIsPublishedNamesNobodyAndGoesWithItsSource() throws IOException {
        MessageId question = world.says(DISCORD, "bob", "@carla how do I install Java? my mail is bob@class.example");
        MessageId answer = world.replies(DISCORD, "carla", "bob: run winget install Temurin", question);
        world.commandsAbout(answer, "bob", "solved");
        String published = world.chooses(answer, "ada", "qna:publish:1");

        assertThat(published).startsWith("It stands on the public pages now");
        assertThat(world.reads("select en_asked || ' ' || en_answer from qna_faq"))
                .containsExactly("… how do I install Java? my mail is … run winget install Temurin");
        assertThat(world.page("faq", "ada", Map.of())).anyMatch(line -> line.contains("how do I install Java"));
        world.deletes(answer);
        assertThat(world.reads("select en_asked from qna_faq")).isEmpty();
    }

    @Test
    void whoWantsNotToBePublishedIsNot() throws IOException {
        MessageId[] said = answeredYesterday();
        world.commandsAbout(said[1], "bob", "solved");
        world.chooses(said[1], "ada", "qna:publish:1");

        String kept = world.commands(DISCORD, "carla", "faq-out", Map.of());

        assertThat(kept).startsWith("Nothing that you asked or answered");
        assertThat(world.reads("select en_asked from qna_faq")).isEmpty();
        assertThat(world.chooses(said[1], "ada", "qna:publish:1")).startsWith("Somebody who wrote this");
        assertThat(world.chooses(said[1], "bob", "qna:publish:1")).isEmpty();
    }

    @Test
    void creatorsWriteAnswersInBothLanguages() {
        Map<String, String> words =
                Map.of("asked-en", "When is class?", "answer-en", "Saturday.", "asked-zh", "几点上课？", "answer-zh", "周六。");

        world.commands(DISCORD, "ada", "faq-edit", words);
        String again =
                world.commands(DISCORD, "ada", "faq-edit", Map.of("id", "1", "asked-zh", "几点上课？", "answer-zh", "周日。"));

        assertThat(again).startsWith("The public pages say it");
        assertThat(world.reads("select en_answer || zh_answer from qna_faq")).containsExactly("周日。");
        assertThat(world.page("faq", "ada", Map.of("id", "1"))).contains("Write it better");
    }

    @Test
    void aClassAsksOnOneWallAndTheMostWantedIsTakenFirst() {
        world.commands(DISCORD, "ada", "wall-open", Map.of());
        world.says(DISCORD, "bob", "Is recursion slower than a loop?");
        world.says(DISCORD, "carla", "When does the exam start?");
        world.says(TELEGRAM, "bobby", "When does the exam start?");
        world.says(TELEGRAM, "dora", "sir, when will the exam start please?");
        world.passes(Duration.ofMinutes(12));

        List<String> wall = world.page("wall", "ada", Map.of());
        String next = world.commands(DISCORD, "ada", "wall-next", Map.of());

        assertThat(wall).anyMatch(line -> line.contains("exam") && line.contains("3"));
        assertThat(next).isEqualTo("It is taken. 1 more wait.");
        assertThat(world.room(TWITCH).getLast())
                .isEqualTo("Lyceum: Answered now: When does the exam start? · wanted by 3 · minute 12");
        assertThat(world.commands(TELEGRAM, "dora", "wall-next", Map.of())).doesNotContain("taken");
        assertThat(world.commands(DISCORD, "ada", "wall-close", Map.of())).contains("1 questions were not answered");
    }

    @Test
    void aRestartForgetsNothing() throws IOException {
        MessageId question = world.says(DISCORD, "bob", ASKED);
        world.restarts();
        MessageId answer = world.says(DISCORD, "carla", "bob: " + ANSWER);

        assertThat(world.commandsAbout(answer, "bob", "solved")).startsWith("Good to know");
        assertThat(world.reactions(question)).containsExactly("✅");
    }
}
