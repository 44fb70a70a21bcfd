package lyceum.web.room;

import java.util.stream.Collectors;

/** Makes one line of what somebody typed: no control characters, nothing that turns the direction of the text around. */
final class Plainly {
    private Plainly() {}

    static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isWhitespace(c) || c == 0x85 || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .filter(c -> !Character.isISOControl(c) && !turns(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
    }

    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0xFEFF;
    }
}
