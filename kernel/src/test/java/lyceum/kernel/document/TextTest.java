package lyceum.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lyceum.kernel.document.Mark.Bold;
import lyceum.kernel.document.Mark.Italic;
import lyceum.kernel.document.Mark.Strike;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Formatted text is a tree over valid UTF-16, whatever it is made of. */
class TextTest {
    private static final Mark BOLD = new Bold();
    private static final Mark ITALIC = new Italic();

    @Test
    void spansThatCrossAreCutInTwo() {
        Text text = new Text("abcdef", List.of(new Span(0, 4, BOLD), new Span(2, 6, ITALIC)));

        assertThat(text.spans()).containsExactly(new Span(0, 4, BOLD), new Span(2, 4, ITALIC), new Span(4, 6, ITALIC));
    }

    @Test
    void outerSpansComeBeforeInnerOnes() {
        Text text = new Text("abcdef", List.of(new Span(1, 2, ITALIC), new Span(0, 6, BOLD)));

        assertThat(text.spans()).containsExactly(new Span(0, 6, BOLD), new Span(1, 2, ITALIC));
    }

    @Test
    void loneSurrogatesBecomeTheReplacementCharacterAndPairsStay() {
        assertThat(Text.of("a\uD83Db\uDE00c😀").plain()).isEqualTo("a\uFFFDb\uFFFDc😀");
    }

    @Test
    void joiningTwoTextsMovesTheMarksOfTheSecond() {
        assertThat(Text.of("你好", BOLD).plus(", ").plus(Text.of("world", ITALIC)))
                .isEqualTo(new Text("你好, world", List.of(new Span(0, 2, BOLD), new Span(4, 9, ITALIC))));
    }

    @Test
    void aSliceCutsTheMarksAtItsEdges() {
        Text text = new Text("abcdef", List.of(new Span(1, 5, BOLD), new Span(5, 6, ITALIC)));

        assertThat(text.slice(2, 5)).isEqualTo(new Text("cde", List.of(new Span(0, 3, BOLD))));
    }

    @Test
    void aSpanBeyondTheEndIsRefused() {
        assertThatThrownBy(() -> new Text("abc", List.of(new Span(0, 4, BOLD))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4");
        assertThatThrownBy(() -> new Span(2, 2, BOLD)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingHasNoMarks() {
        assertThat(Text.of("", BOLD)).isEqualTo(Text.EMPTY);
        assertThat(Text.EMPTY.isEmpty()).isTrue();
    }

    @RepeatedTest(50)
    void anySpansBecomeATreeThatMarksTheSameCharacters(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Span> spans = new ArrayList<>();
        Mark[] marks = {BOLD, ITALIC, new Strike()};
        for (int i = 0; i < 8; i++) {
            int start = random.nextInt(19);
            spans.add(new Span(start, start + 1 + random.nextInt(20 - start), marks[random.nextInt(3)]));
        }

        Text text = new Text("x".repeat(20), spans);

        for (Span a : text.spans()) {
            for (Span b : text.spans()) {
                boolean apart = a.end() <= b.start() || b.end() <= a.start();
                boolean inside = a.start() <= b.start() && b.end() <= a.end();
                boolean outside = b.start() <= a.start() && a.end() <= b.end();
                assertThat(apart || inside || outside).as(a + " and " + b).isTrue();
            }
        }
        for (int i = 0; i < 20; i++) {
            for (Mark mark : marks) {
                assertThat(covered(text.spans(), i, mark)).isEqualTo(covered(spans, i, mark));
            }
        }
    }

    private static boolean covered(List<Span> spans, int at, Mark mark) {
        return spans.stream().anyMatch(span -> span.mark().equals(mark) && span.start() <= at && at < span.end());
    }
}
