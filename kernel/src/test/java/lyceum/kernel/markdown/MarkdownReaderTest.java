package lyceum.kernel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkdownReaderTest {
    private static final Names NAMES =
            new Names(id -> Map.of("12", "ann").getOrDefault(id, "somebody"), _ -> "Moderator", _ -> "general");

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "snake_case_name → snake_case_name",
                "\\*x\\* → *x*",
                "2 * 3 * 4 → 2 * 3 * 4",
                "¯\\_(ツ)_/¯ → ¯\\_(ツ)_/¯",
                "<@&5> in <#7> → @Moderator in #general",
                "<:smile:12> <a:dance:13> → :smile: :dance:",
                "<t:1618953630:R> → <t:1618953630:R>",
                "</ask:55> → /ask",
                "<https://x.org/a_b_> → https://x.org/a_b_",
                "see https://x.org/_a_, ok → see https://x.org/_a_, ok",
                "# title → # title",
                "[no](javascript:x) → [no](javascript:x)"
            })
    void charactersAreThoseThatAreShown(String markdown, String plain) {
        assertThat(MarkdownReader.read(markdown, NAMES)).isEqualTo(Text.of(plain));
    }

    @ParameterizedTest
    @CsvSource({"**x**,Bold", "*x*,Italic", "_x_,Italic", "__x__,Underline", "~~x~~,Strike", "||x||,Spoiler", "`x`,Code"
    })
    void marksAreRead(String markdown, String mark) {
        Text text = MarkdownReader.read(markdown, NAMES);

        assertThat(text.plain()).isEqualTo("x");
        assertThat(text.spans())
                .singleElement()
                .satisfies(span ->
                        assertThat(span.mark().getClass().getSimpleName()).isEqualTo(mark));
    }

    @Test
    void aMentionShowsTheNameAndKnowsTheAccount() {
        Text text = MarkdownReader.read("hi <@!12>!", NAMES);

        assertThat(text)
                .isEqualTo(
                        new Text("hi @ann!", List.of(new Span(3, 7, new Mark.Mention(AuthorId.parse("discord:12"))))));
    }

    @Test
    void aQuoteIsItsLinesWithoutTheirSigns() {
        Text text = MarkdownReader.read("> a **b**\n> c\nd", NAMES);

        assertThat(text)
                .isEqualTo(new Text(
                        "a b\nc\nd", List.of(new Span(0, 5, new Mark.Quote()), new Span(2, 3, new Mark.Bold()))));
    }

    @Test
    void aBlockOfCodeKnowsItsLanguage() {
        Text text = MarkdownReader.read("see\n```java\nint *x*;\n```\nok", NAMES);

        assertThat(text).isEqualTo(new Text("see\nint *x*;\nok", List.of(new Span(4, 12, new Mark.CodeBlock("java")))));
    }

    @Test
    void aLinkBehindWordsIsALink() {
        Text text = MarkdownReader.read("[the *page*](<https://x.org/a_(b)> 'title')", NAMES);

        assertThat(text.plain()).isEqualTo("the page");
        assertThat(text.spans()).contains(new Span(0, 8, new Mark.Link("https://x.org/a_(b)")));
    }

    @Test
    void italicInsideBoldIsBoth() {
        Text text = MarkdownReader.read("***x***", NAMES);

        assertThat(text.spans()).extracting(Span::mark).containsExactlyInAnyOrder(new Mark.Bold(), new Mark.Italic());
    }
}
