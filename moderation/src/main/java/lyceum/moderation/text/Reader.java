package lyceum.moderation.text;

import org.jspecify.annotations.Nullable;

/** Reads a message into its first view: invisible characters gone, everything else folded to one symbol. */
public final class Reader {
    private static final int ZERO_TAG = 0xE0000;
    private final Folds folds;

    public Reader(Folds folds) {
        this.folds = folds;
    }

    /** Fills the view; true where the text holds a direction override or hidden tags, which need views of their own. */
    public boolean read(CharSequence text, View view) {
        view.clear();
        boolean odd = false;
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char unit = text.charAt(at);
            byte kind = folds.kind(unit);
            if (kind < Kind.GONE) {
                view.add(folds.symbol(unit), kind, at, at + 1);
            } else if (kind == Kind.GONE) {
                odd |= (unit >= 0x202D && unit <= 0x202E) || unit == 0x2067;
            } else if (kind == Kind.SEVERAL) {
                addAll(view, folds.several(unit), at, at + 1);
            } else {
                int point = Character.codePointAt(text, at);
                addHigh(view, point, at);
                at += Character.charCount(point) - 1;
                odd |= point >= ZERO_TAG && point < ZERO_TAG + 0x80;
            }
        }
        return odd;
    }

    private void addHigh(View view, int point, int at) {
        int end = at + Character.charCount(point);
        @Nullable String folded = folds.high(point);
        if (folded != null) {
            addAll(view, folded, at, end);
        } else {
            byte kind = point > 0xFFFF ? Folds.kindOf(point) : Kind.MARK;
            view.add((char) (0xE000 | (point & 0xFFF)), kind, at, end);
        }
    }

    private static void addAll(View view, String symbols, int start, int end) {
        for (int index = 0; index < symbols.length(); index++) {
            char symbol = symbols.charAt(index);
            view.add(symbol, Folds.kindOf(symbol), start, end);
        }
    }

    /** The text as it looks where an override turns it round: each stretch up to the closing mark, or the end, reversed. */
    public void readTurned(CharSequence text, View view) {
        StringBuilder turned = new StringBuilder(text.length());
        int[] origin = new int[text.length()];
        int at = 0;
        while (at < text.length()) {
            int close = turns(text.charAt(at)) ? closing(text, at + 1) : -1;
            if (close < 0) {
                origin[turned.length()] = at;
                turned.append(text.charAt(at++));
                continue;
            }
            for (int back = close - 1; back > at; back--) {
                origin[turned.length()] = back;
                turned.append(text.charAt(back));
            }
            at = close;
        }
        view.clear();
        for (int index = 0; index < turned.length(); index++) {
            byte kind = folds.kind(turned.charAt(index));
            if (kind < Kind.GONE) {
                view.addChanged(folds.symbol(turned.charAt(index)), kind, origin[index], origin[index] + 1);
            }
        }
    }

    private static boolean turns(char unit) {
        return unit == 0x202E || unit == 0x2067;
    }

    private static int closing(CharSequence text, int from) {
        int at = from;
        while (at < text.length()
                && text.charAt(at) != 0x202C
                && text.charAt(at) != 0x2069
                && text.charAt(at) != '\n') {
            at++;
        }
        return at;
    }

    /** What the invisible tag characters spell. */
    public void readTags(CharSequence text, View view) {
        view.clear();
        for (int at = 0; at < text.length(); at++) {
            int point = Character.codePointAt(text, at);
            int end = at + Character.charCount(point);
            int letter = point - ZERO_TAG;
            if (letter >= ' ' && letter < 0x7F) {
                view.addChanged(folds.symbol((char) letter), folds.kind((char) letter), at, end);
            }
            at = end - 1;
        }
    }
}
