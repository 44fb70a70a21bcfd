package lyceum.kernel.markdown;

/** Finds where bold, underlined and italic stretches end, by the rules of Discord's client. Each answers the end, or -1. */
final class Emphasis {
    private Emphasis() {}

    /** {@code **bold**} and {@code __underlined__}: the close must not be followed by the same sign. */
    static int endOfDouble(String s, int i, char sign) {
        if (at(s, i) != sign || at(s, i + 1) != sign) {
            return -1;
        }
        for (int j = i + 2; j < s.length(); j++) {
            if (s.charAt(j) == '\\') {
                j++;
            } else if (j > i + 2 && s.charAt(j) == sign && at(s, j + 1) == sign && at(s, j + 2) != sign) {
                return j + 2;
            }
        }
        return -1;
    }

    /** {@code *italic*}: no white space after the opening sign and none before the closing one. */
    static int endOfStars(String s, int i) {
        int j = i + 1;
        if (j >= s.length() || Signs.space(s.charAt(j))) {
            return -1;
        }
        while (j < s.length()) {
            char c = s.charAt(j);
            if (c == '*') {
                if (at(s, j + 1) != '*') {
                    return j > i + 1 ? j + 1 : -1;
                }
                j += 2;
            } else if (c == '\\') {
                j += 2;
            } else if (Signs.space(c)) {
                j++;
                if (at(s, j) == '*' && at(s, j + 1) != '*') {
                    return -1;
                }
            } else {
                j++;
            }
        }
        return -1;
    }

    /** {@code _italic_}: the closing sign ends a word. */
    static int endOfUnderscores(String s, int i) {
        int j = i + 1;
        while (j < s.length()) {
            char c = s.charAt(j);
            if (c == '\\') {
                j += 2;
            } else if (c != '_') {
                j++;
            } else if (at(s, j + 1) == '_') {
                j += 2;
            } else {
                return j > i + 1 && !Signs.word(at(s, j + 1)) ? j + 1 : -1;
            }
        }
        return -1;
    }

    private static char at(String s, int i) {
        return i < s.length() ? s.charAt(i) : '\n';
    }
}
