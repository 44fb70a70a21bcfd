package lyceum.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.text.BreakIterator;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.PlatformRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every platform does: it brings what people say and says what the hub says. */
public interface PlatformContract extends OnStage {
    @Test
    @DisplayName("What a person says is brought with author, name, text and time")
    default void whatAPersonSaysIsBrought() {
        String words = scene().fresh("good evening, 大家好");

        scene().stage().say("ann", words);

        MessagePosted heard = scene().ears().hear(words);
        assertThat(heard.speaker().name()).isEqualTo("ann");
        assertThat(heard.speaker().bot()).isFalse();
        assertThat(heard.message().room()).isEqualTo(scene().room());
        assertThat(heard.at()).isCloseTo(scene().stage().now(), within(5, ChronoUnit.SECONDS));
        assertThat(heard.key()).isNotNull();
    }

    @Test
    @DisplayName("A creator, a moderator and a fan are told apart")
    default void standingsAreToldApart() {
        String words = scene().fresh("who am I");

        List.of("ada", "mei", "bob").forEach(who -> scene().stage().say(who, words + " " + who));

        assertThat(scene().ears().hear(words + " ada").speaker().standing()).isEqualTo(Standing.CREATOR);
        assertThat(scene().ears().hear(words + " mei").speaker().standing()).isEqualTo(Standing.MODERATOR);
        assertThat(scene().ears().hear(words + " bob").speaker().standing()).isEqualTo(Standing.FAN);
    }

    @Test
    @DisplayName("A reply names the message that it answers")
    default void aReplyNamesItsMessage() {
        String question = scene().fresh("what is a heap?");
        String answer = scene().fresh("a tree");

        String message = scene().stage().say("bob", question);
        scene().stage().say("ann", answer, message);

        MessagePosted asked = scene().ears().hear(question);
        assertThat(scene().ears().hear(answer).replyTo()).isEqualTo(asked.message());
    }

    @Test
    @DisplayName("What people say is brought in the order in which they say it")
    default void messagesAreBroughtInOrder() {
        String words = scene().fresh("in a row");
        List<String> said =
                IntStream.range(0, 30).mapToObj(i -> words + " line " + i).toList();

        said.forEach(line -> scene().stage().say("bob", line));

        scene().ears().hear(said.getLast());
        assertThat(scene().ears().words(words)).isEqualTo(said);
    }

    @Test
    @DisplayName("The hub never hears itself, neither in its own name nor in another's")
    default void theHubNeverHearsItself() {
        String words = scene().fresh("an echo");

        scene().deliver(scene().post(Text.of(words + " mine")));
        scene().deliver(scene().post(Document.of(Text.of(words + " voiced")), new Voice("小明", null)));
        scene().stage().say("ann", words + " hers");

        scene().ears().hear(words + " hers");
        assertThat(scene().ears().words(words)).containsExactly(words + " hers");
    }

    @Test
    @DisplayName("A post stands in the room as it was given")
    default void aPostStands() {
        String words = scene().fresh("snake_case * 2 ~ <b> & [x](y) `q` \\ # > - 1. é 👩‍👩‍👧‍👦");

        scene().deliver(scene().post(Text.of(words)));

        assertThat(scene().stands(words).bot()).isTrue();
    }

    @Test
    @DisplayName("A post with a voice shows the speaker's name")
    default void aVoiceShowsItsName() {
        String words = scene().fresh("through the wall");

        scene().deliver(scene().post(Document.of(Text.of(words)), new Voice("carla", null)));

        Shown shown = scene().stands(words);
        assertThat(shown.says("carla", words)).as("%s", shown).isTrue();
    }

    @Test
    @DisplayName("A name cannot put on the platform's formatting or call everyone")
    default void aNameIsOnlyAName() {
        String words = scene().fresh("a plain word");

        scene().deliver(scene().post(Document.of(Text.of(words)), new Voice("**@everyone** <b>clyde</b> `x`", null)));

        assertThat(String.valueOf(scene().stands(words).html()))
                .doesNotContain("<b>clyde", "<strong>@", "<b>@", "<code>");
    }

    @Test
    @DisplayName("A post that answers a message is shown as its reply")
    default void aReplyIsShownAsOne() {
        String question = scene().fresh("is a stack a list?");
        String answer = scene().fresh("more or less");
        String asked = scene().stage().say("bob", question);
        MessagePosted heard = scene().ears().hear(question);

        Post post = scene().post(Text.of(answer));
        scene().deliver(new Post(
                post.room(), post.document(), post.language(), post.voice(), heard.message(), post.ref()));

        assertThat(scene().stands(answer).replyTo()).isEqualTo(asked);
    }

    @Test
    @DisplayName("Posts stand in the order in which they were made")
    default void postsStandInOrder() {
        String words = scene().fresh("one by one");
        List<String> lines =
                IntStream.range(0, 30).mapToObj(i -> words + " line " + i).toList();

        lines.forEach(line -> scene().deliver(scene().post(Document.of(Text.of(line)), new Voice("bob", null))));

        assertThat(scene().standing(words)).hasSize(30);
        for (int i = 0; i < 30; i++) {
            assertThat(scene().standing(words).get(i).says("bob", lines.get(i))).isTrue();
        }
    }

    @Test
    @DisplayName("A long text is cut into pieces that lose no character and no half of one")
    default void aLongTextLosesNothing() {
        Plain plain = new Plain(Phrases.of("contract"));
        String words = scene().fresh("long");
        String text = IntStream.range(0, 1500)
                .mapToObj(i -> words + "_" + i + " 好👩‍👩‍👧‍👦e\u0301" + (i % 50 == 0 ? "\n" : ""))
                .collect(joining());

        List<Post> pieces = scene().platform().fit(scene().post(Document.of(Text.of(text)), new Voice("bob", null)));

        List<String> cut = pieces.stream()
                .map(piece -> plain.text(piece.document(), Language.EN).plain())
                .toList();
        assertThat(String.join("", cut)).isEqualTo(text);
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int end = 0;
        for (String piece : cut) {
            end += piece.length();
            assertThat(graphemes.isBoundary(end))
                    .as("a grapheme ends at %s", end)
                    .isTrue();
        }
        pieces.forEach(scene()::deliver);
        String shown = scene().standing(words + "_").stream()
                .map(piece -> piece.plain().replaceFirst("^bob: ", ""))
                .collect(joining());
        assertThat(shown.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    @DisplayName("A block of code is cut before rather than inside, and each part of a long one is code again")
    default void aBlockOfCodeStaysOne() {
        String code = IntStream.range(0, 60)
                .mapToObj(i -> "int x" + i + " = " + i + ";\n")
                .collect(joining());
        Text text = Text.of("word ".repeat(300))
                .plus(Text.of(code, new Mark.CodeBlock("java")))
                .plus(" ".repeat(3) + "end");

        List<Post> pieces = scene().platform().fit(scene().post(text.plus("x ".repeat(2000))));

        Plain plain = new Plain(Phrases.of("contract"));
        List<Text> cut = pieces.stream()
                .map(piece -> plain.text(piece.document(), Language.EN))
                .toList();
        assertThat(cut.stream().flatMap(piece -> piece.spans().stream()))
                .allMatch(span -> span.mark() instanceof Mark.CodeBlock)
                .hasSize(1);
    }

    @Test
    @DisplayName("Nothing that is posted calls everyone, a role or a person")
    default void nothingPings() {
        String words = scene().fresh("@everyone @here <@1> <@&1> <!channel> @ann");

        scene().deliver(scene().post(Document.of(Text.of(words)), new Voice("bob", null)));
        scene().deliver(scene().post(Text.of(words + " again")));

        assertThat(scene().standing(words))
                .hasSize(2)
                .allMatch(shown -> shown.pings().isEmpty());
    }

    @Test
    @DisplayName("Bold, italic, struck, code and links are seen as such")
    default void formattingSurvives() {
        String words = scene().fresh("format");
        Text text = Text.of(words + " ")
                .plus(Text.of("bold", new Mark.Bold()))
                .plus(Text.of("italic", new Mark.Italic()))
                .plus(Text.of("struck", new Mark.Strike()))
                .plus(" ")
                .plus(Text.of("a_b*c", new Mark.Code()))
                .plus(" ")
                .plus(Text.of("here", new Mark.Link("https://example.org/a_b_c?x=1&y=(2)")));

        scene().deliver(scene().post(text));

        Shown shown = scene().stands(words);
        assertThat(shown.html())
                .containsPattern("<(b|strong)>bold</")
                .containsPattern("<(i|em)>italic</")
                .containsPattern("<(s|del|strike)>struck</")
                .containsPattern("<code[^>]*>a_b\\*c</code>")
                .containsPattern("href=\"https://example.org/a_b_c\\?x=1&(amp;)?y=\\(2\\)\"[^>]*>here</a>");
        assertThat(shown.plain()).isEqualTo(words + " bolditalicstruck a_b*c here");
    }

    @Test
    @DisplayName("What a person formats is brought with its marks")
    default void plainWordsHaveNoMarks() {
        String words = scene().fresh("2 < 3 and x_y_z");

        scene().stage().say("ann", words);

        assertThat(scene().ears().hear(words).text()).isEqualTo(Text.of(words));
    }

    @Test
    @DisplayName("A post that meets too many requests stands once after a later try")
    default void tooManyRequestsLoseNothing() {
        String words = scene().fresh("patience");
        scene().stage().suffer(Fault.TOO_MANY_REQUESTS, 1);

        scene().deliver(scene().post(Document.of(Text.of(words)), new Voice("bob", null)));

        scene().stands(words);
    }

    @Test
    @DisplayName("A post that meets a failing server stands once after a later try")
    default void aServerErrorLosesNothing() {
        String words = scene().fresh("persistence");
        scene().stage().suffer(Fault.SERVER_ERROR, 2);

        scene().deliver(scene().post(Text.of(words)));

        scene().stands(words);
    }

    @Test
    @DisplayName("A frame that comes twice has the same key twice")
    default void aRepeatedFrameHasTheSameKey() {
        String words = scene().fresh("twice");
        scene().stage().suffer(Fault.DUPLICATE, 1);

        scene().stage().say("ann", words);
        scene().stage().say("ann", words + " after");

        scene().ears().hear(words + " after");
        assertThat(scene().ears().words(words)).containsExactly(words, words + " after");
    }

    @Test
    @DisplayName("What is said while the connection is broken is brought, in order")
    default void aBrokenConnectionLosesNothing() {
        String words = scene().fresh("tunnel");
        List<String> said =
                IntStream.range(0, 10).mapToObj(i -> words + " line " + i).toList();
        scene().stage().suffer(Fault.DISCONNECT, 1);

        said.forEach(line -> scene().stage().say("bob", line));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scene().ears().words(words)).isEqualTo(said));
    }

    @Test
    @DisplayName("What is said while the hub is away is brought when it comes back, in order and before what follows")
    default void whatIsSaidWhileTheHubIsAwayIsBrought() throws PlatformRefused {
        String words = scene().fresh("holiday");
        List<String> said =
                IntStream.range(0, 130).mapToObj(i -> words + " line " + i).toList();
        scene().leave();

        said.subList(0, 120).forEach(line -> scene().stage().say("bob", line));
        scene().comeBack();
        said.subList(120, 130).forEach(line -> scene().stage().say("bob", line));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scene().ears().words(words)).isEqualTo(said));
    }

    @Test
    @DisplayName("A platform that is connected says so")
    default void aConnectedPlatformIsUp() {
        assertThat(scene().platform().health().up()).isTrue();
    }
}
