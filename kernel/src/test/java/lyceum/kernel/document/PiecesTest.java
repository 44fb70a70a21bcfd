package lyceum.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import lyceum.kernel.document.Mark.Bold;
import lyceum.kernel.document.Mark.CodeBlock;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Long texts are cut where a reader would cut them, and nothing is lost. */
class PiecesTest {
    private static final List<String> STOCK = List.of(
            "a",
            "好",
            " ",
            "\n",
            "\r\n",
            "👨‍👩‍👧‍👦",
            "é",
            "🇨🇳",
            "e\u0301\u0323",
            "word",
            "。",
            "\t",
            "\u200f",
            " \u0301");

    @Test
    void whatFitsStaysWhole() {
        assertThat(plain("hello", 5)).containsExactly("hello");
        assertThat(plain("", 5)).containsExactly("");
    }

    @Test
    void aLineEndIsBetterThanASpaceAndASpaceBetterThanAWord() {
        assertThat(plain("one two\nthree four", 12)).containsExactly("one two\n", "three four");
        assertThat(plain("one two three", 10)).containsExactly("one two ", "three");
        assertThat(plain("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void aFamilyOfEmojiIsNeverTornApart() {
        String family = "👨‍👩‍👧‍👦";

        assertThat(plain("abc" + family, 12)).containsExactly("abc", family);
    }

    @Test
    void anAccentIsNotCutOffTheSpaceItStandsOn() {
        assertThat(plain("abcd \u0301efgh", 6)).containsExactly("abcd \u0301", "efgh");
        assertThat(plain("abcd \u0301efgh", 5)).containsExactly("abcd", " \u0301efg", "h");
    }

    @Test
    void aGraphemeLongerThanAPieceIsCutBetweenCodePointsRatherThanRefused() {
        String tower = "a" + "\u0301".repeat(25);

        List<String> pieces = plain(tower + "!", 10);

        assertThat(pieces).allMatch(piece -> piece.length() <= 10);
        assertThat(String.join("", pieces)).isEqualTo(tower + "!");
    }

    @Test
    void aPairOfSurrogatesStaysTogetherAlsoInAGraphemeThatIsCut() {
        String chain = "😀\u200d".repeat(20);

        List<String> pieces = plain(chain, 10);

        assertThat(pieces).allMatch(piece -> piece.length() <= 10).noneMatch(piece -> piece.contains("\uFFFD"));
        assertThat(String.join("", pieces)).isEqualTo(chain);
    }

    @Test
    void aCutComesBeforeACodeBlockThatWouldOtherwiseBeTorn() {
        Text text = Text.of("look here: ").plus(Text.of("int a = 1;", new CodeBlock("java")));

        assertThat(Pieces.of(text, 15, PiecesTest::length))
                .containsExactly(Text.of("look here: "), Text.of("int a = 1;", new CodeBlock("java")));
    }

    @Test
    void aCodeBlockLongerThanAPieceIsCutAtItsLineEndsAndEachPartIsCode() {
        CodeBlock java = new CodeBlock("java");

        assertThat(Pieces.of(Text.of("one();\ntwo();\nthree();", java), 15, PiecesTest::length))
                .containsExactly(Text.of("one();\ntwo();\n", java), Text.of("three();", java));
    }

    @Test
    void whatAMarkCostsOnThePlatformCounts() {
        Text bold = Text.of("abcdefgh", new Bold());

        List<Text> pieces = Pieces.of(
                bold, 8, text -> text.plain().length() + 4 * text.spans().size());

        assertThat(pieces).containsExactly(Text.of("abcd", new Bold()), Text.of("efgh", new Bold()));
    }

    @Test
    void aHundredThousandCharactersAreCutQuickly() {
        String text = "数据结构与算法 binary search ".repeat(4_500);

        List<String> pieces = plain(text, 2_000);

        assertThat(pieces).allMatch(piece -> piece.length() <= 2_000).hasSizeLessThan(80);
        assertThat(String.join("", pieces)).isEqualTo(text);
    }

    @RepeatedTest(100)
    void noCharacterIsLostAndNoGraphemeIsCut(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        String text = random.ints(200, 0, STOCK.size()).mapToObj(STOCK::get).collect(Collectors.joining());
        int limit = 16 + random.nextInt(40);

        List<String> pieces = plain(text, limit);

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).allMatch(piece -> piece.length() <= limit);
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int edge = 0;
        for (String piece : pieces) {
            edge += piece.length();
            assertThat(graphemes.isBoundary(edge))
                    .as("a grapheme ends at " + edge)
                    .isTrue();
        }
    }

    private static int length(Text text) {
        return text.plain().length();
    }

    private static List<String> plain(String text, int limit) {
        return Pieces.of(Text.of(text), limit, PiecesTest::length).stream()
                .map(Text::plain)
                .toList();
    }
}
