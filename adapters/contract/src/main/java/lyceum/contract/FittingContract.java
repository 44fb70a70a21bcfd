package lyceum.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
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
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Laws of every platform: what is too long is cut and stays whole. */
public interface FittingContract extends OnStage {
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
        String code = IntStream.range(0, 20)
                .mapToObj(i -> "int x" + i + " = " + i + ";\n")
                .collect(joining());
        Text text = Text.of("word ".repeat(380))
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
}
