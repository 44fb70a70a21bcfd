package lyceum.moderation.text;

/** Reads digits and signs as the letters they are drawn like. */
public final class Leet {
    private static final String EDGES = "!|(<+&#^.,:;?)>\"'";
    private final char[] letters = new char[0x80];
    private final char[] second = new char[0x80];

    public Leet() {
        String[] pairs = {
            "4a", "@a", "3e", "0o", "1i", "!i", "|l", "5s", "$s", "7t", "+t", "8b", "2z", "6g", "9g", "(c", "<c", "^a",
            "&a", "#h"
        };
        for (String pair : pairs) {
            letters[pair.charAt(0)] = pair.charAt(1);
        }
        System.arraycopy(letters, 0, second, 0, letters.length);
        second['1'] = 'l';
        second['!'] = 'l';
        second['|'] = 'i';
        second['6'] = 'b';
        second['9'] = 'q';
        second['2'] = 'r';
        second['#'] = 'x';
    }

    /**
     * Writes the view with the signs in words read as letters; {@code other} takes the second meaning of 1, !, 6 and the like.
     *
     * @return whether it differs from the view, or with {@code other} from what the first meanings give
     */
    public boolean read(View view, View read, boolean other) {
        boolean differs = false;
        read.clear();
        int from = 0;
        for (int at = 0; at <= view.size(); at++) {
            boolean ends = at == view.size() || view.kind(at) == Kind.SPACE || view.kind(at) == Kind.HAN;
            if (ends) {
                differs |= readWord(view, from, at, read, other);
                if (at < view.size()) {
                    read.addSame(view, at);
                }
                from = at + 1;
            }
        }
        return differs;
    }

    private boolean readWord(View view, int from, int to, View read, boolean other) {
        char[] table = other ? second : letters;
        boolean maybe = maybe(view, from, to);
        boolean differs = false;
        for (int at = from; at < to; at++) {
            char symbol = view.symbol(at);
            if (maybe && symbol < 0x80 && table[symbol] != 0 && inWord(view, at)) {
                read.addChanged(table[symbol], Kind.LETTER, view.start(at), view.end(at));
                differs |= !other || letters[symbol] != second[symbol];
            } else {
                read.addSame(view, at);
            }
        }
        return differs;
    }

    /** Whether a written word holds a sign that may be meant as a letter; those at its edges are punctuation. */
    private boolean maybe(View view, int from, int to) {
        int low = from;
        int high = to;
        while (low < high && EDGES.indexOf(view.symbol(low)) >= 0) {
            low++;
        }
        while (high > low && EDGES.indexOf(view.symbol(high - 1)) >= 0) {
            high--;
        }
        boolean sign = false;
        boolean letter = false;
        for (int at = low; at < high; at++) {
            char symbol = view.symbol(at);
            sign |= symbol < 0x80 && letters[symbol] != 0;
            letter |= view.kind(at) == Kind.LETTER;
        }
        return sign && letter;
    }

    private static boolean letter(View view, int at) {
        return at >= 0 && at < view.size() && view.kind(at) == Kind.LETTER;
    }

    private boolean inWord(View view, int at) {
        return beside(view, at - 1) || beside(view, at + 1);
    }

    private boolean beside(View view, int at) {
        return letter(view, at)
                || (at >= 0 && at < view.size() && view.symbol(at) < 0x80 && letters[view.symbol(at)] != 0);
    }
}
