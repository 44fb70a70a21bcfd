package lyceum.kernel.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Cuts a long text into pieces that a platform takes, losing no character: the pieces' plain texts, joined, are the text. It cuts
 * at the last line end that fits, else at a space, else between two graphemes; before a code block rather than inside it. A code
 * block longer than a piece is cut at its line ends, and each part is a code block again.
 */
public final class Pieces {
    private Pieces() {}

    /**
     * @param limit the most that a piece may measure; at least one grapheme must fit
     * @param measure how long a text is once written for the platform; grows with the text
     */
    public static List<Text> of(Text text, int limit, ToIntFunction<Text> measure) {
        List<Text> pieces = new ArrayList<>();
        int from = 0;
        int end = text.plain().length();
        while (from < end) {
            int to = cut(text, from, limit, measure);
            pieces.add(text.slice(from, to));
            from = to;
        }
        return pieces.isEmpty() ? List.of(text) : pieces;
    }

    private static int cut(Text text, int from, int limit, ToIntFunction<Text> measure) {
        int end = text.plain().length();
        if (end - from <= limit && measure.applyAsInt(text.slice(from, end)) <= limit) {
            return end;
        }
        int fits = longestThatFits(text, from, limit, measure);
        int best = beforeCode(text, from, preferred(text.plain(), from, fits));
        return best > from ? best : fits;
    }

    private static int longestThatFits(Text text, int from, int limit, ToIntFunction<Text> measure) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text.plain());
        int low = graphemes.following(from);
        int high = Math.min(text.plain().length(), from + limit);
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (measure.applyAsInt(text.slice(from, middle)) <= limit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return graphemes.isBoundary(low) ? low : Math.max(graphemes.preceding(low), graphemes.following(from));
    }

    /** The end of the last line, else of the last word, in the second half of what fits; else all that fits. */
    private static int preferred(String plain, int from, int fits) {
        int least = from + (fits - from) / 2;
        int line = plain.lastIndexOf('\n', fits - 1);
        if (line >= least) {
            return line + 1;
        }
        int space = plain.lastIndexOf(' ', fits - 1);
        return space >= least ? space + 1 : fits;
    }

    private static int beforeCode(Text text, int from, int to) {
        for (Span span : text.spans()) {
            boolean code = span.mark() instanceof Mark.CodeBlock || span.mark() instanceof Mark.Code;
            if (code && span.start() > from && span.start() < to && to < span.end()) {
                return span.start();
            }
        }
        return to;
    }
}
