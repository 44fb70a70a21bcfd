package lyceum.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each symbol of a view knows its span of the original. */
final class ReaderTest {
    private final Reader reader = new Reader(new Folds());
    private final View view = new View();

    @ParameterizedTest
    @CsvSource({"Straße,strasse", "ＦＲＥＥ,free", "ﬁn,fin", "раураl,paypal", "傳統,传统", "⼥子,女子", "Ⓐ①,a1", "Ünïcode,unicode"})
    void folds(String original, String folded) {
        reader.read(original, view);

        assertThat(view).hasToString(folded);
    }

    @Test
    void aSymbolMadeOfTwoUnitsOrOneOfTwoSymbolsKeepsItsSpan() {
        reader.read("a\u200B\uD835\uDC1Cﬁ!", view);

        assertThat(view).hasToString("acfi!");
        assertThat(new int[] {view.start(1), view.end(1)}).containsExactly(2, 4);
        assertThat(new int[] {view.start(2), view.end(2)}).containsExactly(4, 5);
        assertThat(new int[] {view.start(3), view.end(3)}).containsExactly(4, 5);
        assertThat(view.start(4)).isEqualTo(5);
    }

    @Test
    void anyTextAtAllIsReadInOrderAndWithinBounds() {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            char[] units = new char[random.nextInt(30)];
            for (int at = 0; at < units.length; at++) {
                units[at] = (char) random.nextInt(0x10000);
            }
            String text = new String(units);
            reader.read(text, view);
            int last = 0;
            for (int at = 0; at < view.size(); at++) {
                assertThat(view.start(at)).isGreaterThanOrEqualTo(last).isLessThan(view.end(at));
                assertThat(view.end(at)).isLessThanOrEqualTo(text.length());
                last = view.start(at);
            }
        }
    }

    @Test
    void aTurnedStretchIsReadAsItLooks() {
        String text = "x \u202Eonisac\u202C y";
        assertThat(reader.read(text, view)).isTrue();
        reader.readTurned(text, view);

        assertThat(view).hasToString("x casino y");
        assertThat(view.start(2)).isEqualTo(8);
    }

    @Test
    void hiddenTagsAreSpelt() {
        StringBuilder text = new StringBuilder("hi");
        "casino".chars().forEach(letter -> text.appendCodePoint(0xE0000 + letter));
        assertThat(reader.read(text, view)).isTrue();
        assertThat(view).hasToString("hi");
        reader.readTags(text, view);

        assertThat(view).hasToString("casino");
    }
}
