package lyceum.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;

/** How documents look in the chat. */
class ScribeTest {
    private final Scribe scribe = new Scribe(Phrases.of("contract"));

    private String line(Document document) {
        return scribe.line(document, Language.EN, null);
    }

    @Test
    void choicesAreNumbers() {
        Document asked = new Document(
                List.of(new Block.Paragraph(Text.of("Shall we?"))),
                List.of(
                        new Choice("a", Text.of("Yes"), Weight.PLAIN),
                        new Choice("b", Text.of("Not today"), Weight.PLAIN)));

        assertThat(line(asked)).isEqualTo("Shall we? [1] Yes [2] Not today");
    }

    @Test
    void aCommandIsNamedAsItIsTypedHere() {
        Text words = Text.of("/help", new Mark.Bold())
                .plus(Text.of(" and "))
                .plus(Text.of("/settings zone Europe/Berlin", new Mark.Code()))
                .plus(Text.of(" but either/or, "))
                .plus(Text.of("/", new Mark.Bold()));

        assertThat(line(Document.of(words))).isEqualTo("!help and !settings zone Europe/Berlin but either/or, /");
    }

    @Test
    void nothingThatIsSaidIsACommandOfTwitchs() {
        assertThat(line(Document.of(Text.of("/ban ann")))).isEqualTo("› /ban ann");
        assertThat(line(Document.of(Text.of(".ban ann")))).isEqualTo("› .ban ann");
        assertThat(scribe.line(Document.of(Text.of("hello")), Language.EN, new Voice("/ban ann", null)))
                .isEqualTo("› /ban ann: hello");
    }

    @Test
    void aLinkStandsBehindItsWordsAndALineHasNoEndInside() {
        Text words = Text.of("the notes", new Mark.Link("https://a.example/x")).plus(Text.of("\nare there"));

        assertThat(line(Document.of(words))).isEqualTo("the notes (https://a.example/x) are there");
        assertThat(line(Document.of(Text.of("\u200b")))).isEqualTo("…");
    }

    @Test
    void whatIsLongIsCutIntoLinesThatFitBehindTheName() {
        Voice voice = new Voice("ann", null);
        Document essay = Document.of(Text.of("words and more words ".repeat(60)));

        List<Text> pieces = scribe.pieces(essay, Language.EN, voice);

        assertThat(pieces).hasSizeGreaterThan(2);
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(scribe.line(Document.of(piece), Language.EN, voice))
                        .startsWith("ann: ")
                        .hasSizeLessThanOrEqualTo(500));
    }
}
