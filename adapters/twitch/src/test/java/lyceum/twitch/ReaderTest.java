package lyceum.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.document.Mark;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.TypedCommands;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines of the chat come to. */
class ReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ANN = "display-name=Ann;room-id=1;tmi-sent-ts=1700000000000;user-id=5";

    private final Notebook notebook = new Notebook(null);
    private final Echoes echoes = new Echoes();
    private final Gifts gifts = new Gifts(Duration.ofMillis(50));
    private final Reader reader = new Reader(
            new Place(new Self("9", "lyceum", "client", Set.of()), "1", Ids.of("ada")),
            new Reader.Memory(notebook, echoes, gifts),
            () -> TypedCommands.NONE,
            InstantSource.fixed(NOW));

    private List<Event> read(String line) {
        return reader.read(IrcLine.read(line));
    }

    private MessagePosted posted(String tags, String words) {
        return (MessagePosted) read("@" + tags + " :ann!ann@ann.tmi.twitch.tv PRIVMSG #ada :" + words)
                .getFirst();
    }

    @Test
    void aLineIsAMessageWithItsSpeakerAndItsTime() {
        MessagePosted said = posted("id=m1;" + ANN, "什么是堆？ :-)");

        assertThat(said.message()).hasToString("twitch:ada/m1");
        assertThat(said.text().plain()).isEqualTo("什么是堆？ :-)");
        assertThat(said.speaker().name()).isEqualTo("Ann");
        assertThat(said.at()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
        assertThat(said.replyTo()).isNull();
    }

    @Test
    void withoutATimeItIsNow() {
        assertThat(posted("id=m1;user-id=5", "x").at()).isEqualTo(NOW);
        assertThat(posted("id=m2;user-id=5", "x").speaker().name()).isEqualTo("ann");
    }

    @ParameterizedTest
    @CsvSource({
        "badges=broadcaster/1, CREATOR",
        "badges=subscriber/3;mod=1, MODERATOR",
        "'badges=moderator/1,subscriber/0', MODERATOR",
        "badges=lead_moderator/1, MODERATOR",
        "badges=vip/1, FAN",
        "badges=, FAN"
    })
    void theBadgesTellTheStanding(String badges, Standing standing) {
        assertThat(posted("id=m1;" + badges + ";" + ANN, "x").speaker().standing())
                .isEqualTo(standing);
    }

    @Test
    void tagsAreUnescaped() {
        IrcLine line = IrcLine.read("@a=x\\sy\\:z\\\\;b;c=\\n\\r\\q\\ :n!u@h PRIVMSG #ada :w :x");

        assertThat(line.tag("a")).isEqualTo("x y;z\\");
        assertThat(line.tag("b")).isEmpty();
        assertThat(line.tag("c")).isEqualTo("\n\rq");
        assertThat(line.params()).containsExactly("#ada", "w :x");
        assertThat(line.nick()).isEqualTo("n");
    }

    @Test
    void anAnswerNamesItsMessageAndLosesTheNameInFront() {
        MessagePosted said =
                posted("id=m2;reply-parent-msg-id=m1;reply-parent-display-name=Bob;" + ANN, "@Bob as a tree");

        assertThat(said.replyTo()).hasToString("twitch:ada/m1");
        assertThat(said.text().plain()).isEqualTo("as a tree");
    }

    @Test
    void anActionIsInItalics() {
        MessagePosted said = posted("id=m1;" + ANN, "\u0001ACTION waves\u0001");

        assertThat(said.text().plain()).isEqualTo("waves");
        assertThat(said.text().spans()).singleElement().matches(span -> span.mark() instanceof Mark.Italic);
    }

    @Test
    void theHubsOwnLineIsAnEchoAndNoMessage() {
        Echoes.Waiting waiting = echoes.expect("hello");

        assertThat(read("@id=m7;user-id=9 :lyceum!lyceum@x PRIVMSG #ada :hello"))
                .isEmpty();
        assertThat(waiting.await(Duration.ofSeconds(1))).isEqualTo("m7");
    }

    @Test
    void whatIsMirroredFromAnotherChannelIsLeftThere() {
        String shared = "id=m1;source-room-id=2;source-id=x;" + ANN;

        assertThat(read("@" + shared + " :ann!ann@x PRIVMSG #ada :shared")).isEmpty();
        assertThat(read("@id=m2;source-room-id=1;" + ANN + " :ann!ann@x PRIVMSG #ada :ours"))
                .hasSize(1);
    }

    @Test
    void aBareNumberChoosesFromTheNewestOffer() {
        notebook.offered("o1", List.of("yes", "no"));

        ChoiceMade made = (ChoiceMade)
                read("@id=m1;" + ANN + " :ann!ann@x PRIVMSG #ada :2").getFirst();

        assertThat(made.choice()).isEqualTo("no");
        assertThat(made.message()).hasToString("twitch:ada/o1");
        assertThat(posted("id=m2;" + ANN, "3").text().plain()).isEqualTo("3");
    }

    @Test
    void oneMessageIsTakenAway() {
        MessageDeleted gone = (MessageDeleted) read("@login=ann;target-msg-id=m1 :tmi.twitch.tv CLEARMSG #ada :x")
                .getFirst();

        assertThat(gone.message()).hasToString("twitch:ada/m1");
    }

    @Test
    void allOfOnePersonIsTakenAwayOrAllOfEverybody() {
        posted("id=m1;" + ANN, "one");
        posted("id=m2;user-id=6", "two");
        posted("id=m3;" + ANN, "three");

        List<Event> ofAnn = read("@ban-duration=5;target-user-id=5 :tmi.twitch.tv CLEARCHAT #ada :ann");
        List<Event> rest = read("@room-id=1 :tmi.twitch.tv CLEARCHAT #ada");

        assertThat(ofAnn)
                .extracting(each -> ((MessageDeleted) each).message().value())
                .containsExactly("m1", "m3");
        assertThat(rest)
                .extracting(each -> ((MessageDeleted) each).message().value())
                .containsExactly("m2");
    }

    @Test
    void whatSomebodySaysWithASubscriptionIsAMessage() {
        String resub = "@id=m1;login=ann;msg-id=resub;" + ANN + " :tmi.twitch.tv USERNOTICE #ada :a year already!";

        MessagePosted said = (MessagePosted) read(resub).getFirst();

        assertThat(said.text().plain()).isEqualTo("a year already!");
        assertThat(said.speaker().name()).isEqualTo("Ann");
        assertThat(read("@id=m2;login=ann;msg-id=sub;" + ANN + " :tmi.twitch.tv USERNOTICE #ada"))
                .isEmpty();
    }

    @Test
    void aGiftInTheChatNamesItsGiver() {
        read("@id=g1;login=ann;msg-id=subgift;msg-param-recipient-id=6;" + ANN + " :tmi.twitch.tv USERNOTICE #ada");
        read("@id=g2;login=ananonymousgifter;msg-id=subgift;msg-param-recipient-id=7;user-id=8"
                + " :tmi.twitch.tv USERNOTICE #ada");

        assertThat(gifts.giver("6", "1000").join().map(Speaker::name)).contains("Ann");
        assertThat(gifts.giver("7", "1000").join()).isEqualTo(Optional.empty());
    }

    @Test
    void whatTheHubDoesNotListenToIsNothing() {
        for (String line : List.of(
                "@msg-id=raid;login=ann :tmi.twitch.tv USERNOTICE #ada",
                ":tmi.twitch.tv ROOMSTATE #ada",
                ":ann!ann@x JOIN #ada",
                ":ann!ann@x PRIVMSG #ada :without an id",
                "",
                "@",
                ":",
                "@a=b")) {
            assertThat(read(line)).as(line).isEmpty();
        }
    }
}
