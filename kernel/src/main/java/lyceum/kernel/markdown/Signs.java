package lyceum.kernel.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small questions about characters that reading and writing must answer alike. */
final class Signs {
    private static final Pattern URL = Pattern.compile("https?://[^\\s<]+");
    private static final String NEVER_LAST = ".,:;\"']";

    private Signs() {}

    /** The end of the address that starts at {@code i}, as Discord's client finds it; -1 where none does. */
    static int endOfUrl(String s, int i) {
        if (!s.startsWith("http", i)) {
            return -1;
        }
        Matcher matcher = URL.matcher(s).region(i, s.length());
        if (!matcher.lookingAt()) {
            return -1;
        }
        int end = matcher.end();
        int least = s.indexOf("//", i) + 3;
        while (end > least && (NEVER_LAST.indexOf(s.charAt(end - 1)) >= 0 || endsWithLooseBracket(s, i, end))) {
            end--;
        }
        return NEVER_LAST.indexOf(s.charAt(end - 1)) >= 0 ? -1 : end;
    }

    private static boolean endsWithLooseBracket(String s, int from, int end) {
        if (s.charAt(end - 1) != ')') {
            return false;
        }
        int open = 0;
        for (int i = from; i < end; i++) {
            open += s.charAt(i) == '(' ? 1 : s.charAt(i) == ')' ? -1 : 0;
        }
        return open < 0;
    }

    /** Whether a backslash before this character takes the character's meaning away. */
    static boolean escapable(char c) {
        return !alphanumeric(c) && !space(c);
    }

    static boolean alphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** A word character, as regular expressions in browsers have it. */
    static boolean word(char c) {
        return alphanumeric(c) || c == '_';
    }

    /** White space, as regular expressions in browsers have it. */
    static boolean space(char c) {
        return (c >= '\t' && c <= '\r')
                || c == ' '
                || c == '\u00a0'
                || c == '\u1680'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u3000'
                || c == '\ufeff';
    }
}
