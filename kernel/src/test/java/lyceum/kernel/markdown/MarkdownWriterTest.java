package lyceum.kernel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownWriterTest {
    private static final Mark BOLD = new Mark.Bold();
    private static final Mark ITALIC = new Mark.Italic();
    private static final String SIGNS =
            "**__~~||``\\[]()<>@#:->.1 \n\nabz好é_*`~|!https://x.org/a_b_c ```> # - +1. <@12> @everyone ¯\\_(ツ)_/¯";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "snake_case_names and 2 * 3 * 4 = 24",
                "a lone * star, a lone _ line, a lone ` tick",
                "C:\\Users and 5 < 6 > 4",
                "https://example.org/a_b_c?x=*y*&z=~~q~~ is one",
                "mail me at ann@example.org #1 is best - really",
                "a [b] (c)",
                "大家好，今天讲 list[0] 和 x|y"
            })
    void whatMeansNothingIsLeftAsItIs(String words) {
        assertThat(MarkdownWriter.write(Text.of(words))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "*not italic* → \\*not italic\\*",
                "__init__ → \\_\\_init\\_\\_",
                "_x_ → \\_x\\_",
                "~~no~~ → \\~\\~no\\~\\~",
                "||no|| → \\|\\|no\\|\\|",
                "# no title → \\# no title",
                "-# small → \\-# small",
                "- no list → \\- no list",
                "1. no list → 1\\. no list",
                "> no quote → \\> no quote",
                ">>> no quote → \\>>> no quote",
                "`x` → \\`x\\`",
                "<@123> <#1> <:e:1> → \\<@123> \\<#1> \\<:e:1>",
                "@everyone @here → \\@everyone \\@here",
                "[a](https://x.org) → \\[a](https://x.org)",
                "\\* → \\\\*"
            })
    void whatWouldMeanSomethingIsEscaped(String words, String markdown) {
        assertThat(MarkdownWriter.write(Text.of(words))).isEqualTo(markdown);
    }

    @Test
    void marksBecomeMarkdown() {
        assertThat(MarkdownWriter.write(Text.of("x", BOLD))).isEqualTo("**x**");
        assertThat(MarkdownWriter.write(Text.of("x", ITALIC))).isEqualTo("*x*");
        assertThat(MarkdownWriter.write(Text.of("x", new Mark.Underline()))).isEqualTo("__x__");
        assertThat(MarkdownWriter.write(Text.of("x", new Mark.Strike()))).isEqualTo("~~x~~");
        assertThat(MarkdownWriter.write(Text.of("x", new Mark.Spoiler()))).isEqualTo("||x||");
        assertThat(MarkdownWriter.write(Text.of("x_y*", new Mark.Code()))).isEqualTo("`x_y*`");
        assertThat(MarkdownWriter.write(Text.of("a\nb", new Mark.Quote()))).isEqualTo("> a\n> b");
        assertThat(MarkdownWriter.write(Text.of("int x;\n", new Mark.CodeBlock("java"))))
                .isEqualTo("```java\nint x;\n```\n");
        assertThat(MarkdownWriter.write(Text.of("here", new Mark.Link("https://x.org/a_(b)"))))
                .isEqualTo("[here](https://x.org/a_(b))");
        assertThat(MarkdownWriter.write(Text.of("@ann", new Mark.Mention(AuthorId.parse("telegram:7")))))
                .isEqualTo("@ann");
        assertThat(MarkdownWriter.write(Text.of("@ann", new Mark.Mention(AuthorId.parse("discord:7")))))
                .isEqualTo("<@7>");
    }

    @Test
    void whoIsCalledIsKnownByTheMarksAndNotByTheCharacters() {
        Text text = Text.of("<@8> ").plus(Text.of("@ann", new Mark.Mention(AuthorId.parse("discord:7"))));

        assertThat(MarkdownWriter.called(text)).containsExactly("7");
        assertThat(MarkdownWriter.write(text)).isEqualTo("\\<@8> <@7>");
    }

    @Test
    void neighboursDoNotSwallowEachOther() {
        Text text = Text.of("bold", BOLD).plus(Text.of("italic", ITALIC)).plus(Text.of("struck", new Mark.Strike()));

        assertThat(MarkdownWriter.write(text)).isEqualTo("**bold**_italic_~~struck~~");
    }

    @Test
    void marksInsideMarksSurvive() {
        Text text = new Text("a bold italic z", List.of(new Span(2, 13, BOLD), new Span(7, 13, ITALIC)));

        assertThat(read(MarkdownWriter.write(text))).isEqualTo(text);
    }

    @Test
    void whiteSpaceAtTheEdgeOfAMarkStaysOutside() {
        assertThat(MarkdownWriter.write(Text.of(" x ", ITALIC).plus("y"))).isEqualTo(" *x* y");
    }

    @Test
    void codeWithBackticksStaysCode() {
        assertThat(MarkdownWriter.write(Text.of("a`b", new Mark.Code()))).isEqualTo("``a`b``");
        assertThat(MarkdownWriter.write(Text.of("`", new Mark.Code()))).isEqualTo("`` ` ``");
        Text fence = Text.of("x\n```\ny", new Mark.CodeBlock(""));
        assertThat(read(MarkdownWriter.write(fence)).plain()).isEqualTo(fence.plain());
    }

    @Test
    void aLinkThatDiscordDoesNotKnowIsItsWords() {
        assertThat(MarkdownWriter.write(Text.of("ann", new Mark.Link("tg://user?id=7"))))
                .isEqualTo("ann");
        assertThat(MarkdownWriter.write(Text.of("x", new Mark.Link("https://x.org/) **y"))))
                .isEqualTo("[x](https://x.org/%29%20**y)");
    }

    @Test
    void tenThousandRandomTextsLoseNoCharacter() {
        Random random = new Random(20261122);
        for (int i = 0; i < 10_000; i++) {
            Text text = randomText(random);

            String markdown = MarkdownWriter.write(text);

            Text once = read(markdown);
            assertThat(once.plain()).as("%s as %s", text, markdown).isEqualTo(text.plain());
            assertThat(read(MarkdownWriter.write(once)).plain()).as(markdown).isEqualTo(once.plain());
        }
    }

    @Test
    void tenThousandRandomMessagesAreStable() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Text once = read(randomWords(random, 40));
            assertThat(read(MarkdownWriter.write(once)).plain()).as("%s", once).isEqualTo(once.plain());
        }
    }

    @Test
    void aVeryLongTextOfSignsIsWrittenAndRead() {
        String stars = "*_~|`[".repeat(500);
        assertThat(read(MarkdownWriter.write(Text.of(stars))).plain()).isEqualTo(stars);
        assertThat(read("*".repeat(4_000)).plain()).isNotNull();
        assertThat(read("> ".repeat(2_000)).plain()).isNotNull();
        assertThat(read("[".repeat(4_000)).plain()).isNotNull();
    }

    private static Text read(String markdown) {
        return MarkdownReader.read(markdown, Names.NONE);
    }

    private static Text randomText(Random random) {
        String plain = Text.of(randomWords(random, 30)).plain();
        List<Mark> marks = List.of(
                BOLD,
                ITALIC,
                new Mark.Underline(),
                new Mark.Strike(),
                new Mark.Spoiler(),
                new Mark.Quote(),
                new Mark.Code(),
                new Mark.CodeBlock("js"),
                new Mark.Link("https://x.org/a_(b)"));
        List<Span> spans = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0 && !plain.isEmpty(); i--) {
            int start = random.nextInt(plain.length());
            int end = start + 1 + random.nextInt(plain.length() - start);
            spans.add(new Span(start, end, marks.get(random.nextInt(marks.size()))));
        }
        return new Text(plain, spans);
    }

    private static String randomWords(Random random, int most) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            int start = random.nextInt(SIGNS.length());
            words.append(SIGNS, start, Math.min(SIGNS.length(), start + 1 + random.nextInt(5)));
        }
        return words.toString();
    }
}
