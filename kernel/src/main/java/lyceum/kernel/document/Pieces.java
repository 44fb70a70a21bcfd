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
     * @param limit the most that a piece may measure; at least one code point must fit, and a grapheme that does not is cut between
     *     code points
     * @param measure how long a text is once written for the platform; grows with the text
     */
    public static List<Text> of(Text text, int limit, ToIntFunction<Text> measure) {
        List<Text> pieces = new ArrayList<>();
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text.plain());
        Measured within = new Measured(limit, measure);
        int from = 0;
        int end = text.plain().length();
        while (from < end) {
            int to = cut(text, from, graphemes, within);
            pieces.add(text.slice(from, to));
            from = to;
        }
        return pieces.isEmpty() ? List.of(text) : pieces;
    }

    private static int cut(Text text, int from, BreakIterator graphemes, Measured within) {
        int end = text.plain().length();
        if (within.fits(text, from, end)) {
            return end;
        }
        int fits = longestThatFits(text, from, graphemes, within);
        int best = beforeCode(text, from, preferred(text.plain(), from, fits, graphemes));
        return best > from ? best : fits;
    }

    private static int longestThatFits(Text text, int from, BreakIterator graphemes, Measured within) {
        int low = text.plain().offsetByCodePoints(from, 1);
        int high = Math.min(text.plain().length(), from + within.limit());
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (within.fits(text, from, middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int edge = graphemes.isBoundary(low) ? low : graphemes.preceding(low);
        return edge > from ? edge : wholeCodePoints(text.plain(), from, low);
    }

    /** For a grapheme that alone is longer than a piece: there are accents without end, and nothing may be lost. */
    private static int wholeCodePoints(String plain, int from, int to) {
        boolean torn = Character.isHighSurrogate(plain.charAt(to - 1)) && to - 1 > from;
        return torn ? to - 1 : to;
    }

    /** The end of the last line, else of the last word, in the second half of what fits; else all that fits. */
    private static int preferred(String plain, int from, int fits, BreakIterator graphemes) {
        int least = from + (fits - from) / 2;
        int line = plain.lastIndexOf('\n', fits - 1);
        if (line >= least) {
            return line + 1;
        }
        int space = plain.lastIndexOf(' ', fits - 1);
        while (space >= least && !graphemes.isBoundary(space + 1)) {
            space = plain.lastIndexOf(' ', space - 1);
        }
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

    private record Measured(int limit, ToIntFunction<Text> measure) {
        boolean fits(Text text, int from, int to) {
            return to - from <= limit && measure.applyAsInt(text.slice(from, to)) <= limit;
        }
    }
}
