package lyceum.moderation;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;

/** A text as words are compared: compatibility forms, letter case, hidden characters and runs of white space do not count. */
final class Folded {
    /** Characters that Unicode calls letters, marks or symbols, and that show nothing. */
    private static final String BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    private final StringBuilder text = new StringBuilder();
    private final String original;
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    private Folded(String original) {
        this.original = original;
    }

    static Folded of(String original) {
        Folded folded = new Folded(original);
        int at = 0;
        while (at < original.length()) {
            at = folded.take(at);
        }
        return folded;
    }

    CharSequence text() {
        return text;
    }

    /** Where in the original the folded character {@code at} begins. */
    int start(int at) {
        return starts[at];
    }

    /** Where in the original the folded character {@code at} ends. */
    int end(int at) {
        return ends[at];
    }

    /** Takes one character with the marks upon it, as they are composed together. */
    private int take(int at) {
        int base = original.codePointAt(at);
        int end = at + Character.charCount(base);
        if (hidden(base)) {
            return end;
        }
        if (Character.isWhitespace(base) || Character.isSpaceChar(base)) {
            boolean again = !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
            if (!again) {
                add(" ", at, end);
            }
            return end;
        }
        StringBuilder whole = new StringBuilder().appendCodePoint(base);
        while (end < original.length()) {
            int next = original.codePointAt(end);
            if (!mark(next) && !hidden(next)) {
                break;
            }
            if (!hidden(next)) {
                whole.appendCodePoint(next);
            }
            end += Character.charCount(next);
        }
        add(fold(whole.toString()), at, end);
        return end;
    }

    private void add(String folded, int start, int end) {
        int from = text.length();
        text.append(folded);
        if (text.length() > starts.length) {
            int room = Math.max(starts.length * 2, text.length());
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
        }
        Arrays.fill(starts, from, text.length(), start);
        Arrays.fill(ends, from, text.length(), end);
    }

    private static String fold(String whole) {
        if (whole.length() == 1 && whole.charAt(0) < 0x80) {
            return whole.toLowerCase(Locale.ROOT);
        }
        String compatible = Normalizer.normalize(whole, Form.NFKC);
        String lower = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Form.NFKC);
    }

    private static boolean hidden(int c) {
        int type = Character.getType(c);
        boolean control = type == Character.CONTROL && !Character.isWhitespace(c);
        return control || type == Character.FORMAT || BLANK_LETTERS.indexOf(c) >= 0 || variation(c);
    }

    private static boolean variation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
