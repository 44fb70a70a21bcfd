package lyceum.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Mark.Bold;
import lyceum.kernel.document.Mark.Quote;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;

/** A document without layout is lines of formatted text. */
class PlainTest {
    private final Plain plain = new Plain(Phrases.of("sample"));

    @Test
    void everyBlockBecomesItsLines() {
        Document document = Document.of(Phrase.of("sample.hello", "Ann"))
                .plus(new Block.Title(Text.of("News")))
                .plus(new Block.Bullets(List.of(Text.of("one"), Text.of("two"))))
                .plus(new Block.Fields(List.of(new Block.Field(Text.of("Zone"), Text.of("UTC")))))
                .plus(new Block.Quotation(Text.of("said")));

        Text text = plain.text(document, Language.EN);

        assertThat(text.plain()).isEqualTo("Hello, Ann!\nNews\n• one\n• two\nZone: UTC\nsaid");
        assertThat(text.spans())
                .containsExactly(
                        new Span(12, 16, new Bold()), new Span(29, 33, new Bold()), new Span(39, 43, new Quote()));
    }

    @Test
    void whatOnlyAPageCanShowBecomesLinesToo() {
        Document inside = Document.of(Text.of("inside")).withChoices(choice());
        Block.Input zone = Block.Input.line("zone", Text.of("Zone"), "");
        Document document = Document.of(Text.of("top"))
                .plus(new Block.Notice(Block.Tone.BAD, Text.of("look")))
                .plus(new Block.Table(
                        List.of(Text.of("who"), Text.of("what")),
                        List.of(
                                Block.Row.of("1", Text.of("ann"), Text.of("hi")),
                                Block.Row.of("2", Text.of("bob"), Text.EMPTY)),
                        Text.of("nobody")))
                .plus(new Block.Table(List.of(Text.of("who")), List.of(), Text.of("nobody")))
                .plus(new Block.Card("1", Block.Tone.PLAIN, inside))
                .plus(new Block.Form("settings", Map.of(), List.of(zone), Text.of("Save")))
                .plus(new Block.Links(List.of(new Block.Link(Text.of("More"), "more", Map.of(), false))));

        assertThat(plain.text(document, Language.EN).plain())
                .isEqualTo("top\nlook\n• ann · hi\n• bob\nnobody\ninside\nSave: /settings [zone]\nMore");
    }

    private static Choice choice() {
        return new Choice("sample:x", Phrase.of("sample.bare"), Weight.PLAIN);
    }

    @Test
    void chineseFieldsHaveAChineseColon() {
        Document document = new Document(
                List.of(new Block.Fields(List.of(new Block.Field(Text.of("时区"), Text.of("UTC"))))), List.of());

        assertThat(plain.text(document, Language.ZH).plain()).isEqualTo("时区：UTC");
    }

    @Test
    void anEmptyQuotationIsAnEmptyLine() {
        Document document = Document.of(Text.of("a")).plus(new Block.Quotation(Text.EMPTY));

        assertThat(plain.text(document, Language.EN)).isEqualTo(Text.of("a\n"));
    }

    @Test
    void aChoiceHasALabelInEachLanguage() {
        Choice choice = choice();

        assertThat(plain.label(choice, Language.EN)).isEqualTo("no arguments");
        assertThat(plain.label(choice, Language.ZH)).isEqualTo("没有参数");
    }

    @Test
    void aChoicesIdIsShortVisibleAscii() {
        for (String id : List.of("", "a b", "选", "x".repeat(65))) {
            assertThatThrownBy(() -> new Choice(id, Text.of("x"), Weight.PLAIN)).hasMessageContaining("ASCII");
        }
    }
}
