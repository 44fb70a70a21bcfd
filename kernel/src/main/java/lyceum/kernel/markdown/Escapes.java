package lyceum.kernel.markdown;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a backslash before the signs of a plain text that would mean something to Discord, and before no others. */
final class Escapes {
    private static final Pattern LINE_SIGN =
            Pattern.compile("(?m)^[ \\t]*(?:(#{1,3})[ \\t]|(-)#[ \\t]|([-*+])[ \\t]|\\d+(\\.)[ \\t]|(>)(?:>>)?[ \\t])");
    private static final Pattern TAG = Pattern.compile("<(?:[@#/]|[A-Za-z]{0,20}:)");
    private static final Pattern EVERYONE = Pattern.compile("@(?:everyone|here)");
    private static final char EDGE = '*';

    private final String plain;
    private final boolean formatted;
    private final BitSet lineSigns = new BitSet();

    /** @param formatted whether marks stand anywhere in the text: then any sign may meet one of theirs */
    Escapes(String plain, boolean formatted) {
        this.plain = plain;
        this.formatted = formatted;
        Matcher signs = LINE_SIGN.matcher(plain);
        while (signs.find()) {
            for (int group = 1; group <= signs.groupCount(); group++) {
                if (signs.group(group) != null) {
                    lineSigns.set(signs.start(group));
                }
            }
        }
    }

    /** @param label whether the part is the label of a link */
    void write(int from, int to, boolean label, StringBuilder out) {
        int i = from;
        while (i < to) {
            int end = label ? -1 : Signs.endOfUrl(plain, i);
            if (end > 0 && end <= to) {
                out.append(plain, i, end);
                i = end;
                continue;
            }
            char before = i > from ? plain.charAt(i - 1) : from == 0 ? '\n' : EDGE;
            char after = i + 1 < to ? plain.charAt(i + 1) : to == plain.length() ? '\n' : EDGE;
            if (lineSigns.get(i) || means(i, before, after) || (label && "[]".indexOf(plain.charAt(i)) >= 0)) {
                out.append('\\');
            }
            out.append(plain.charAt(i));
            i++;
        }
    }

    private boolean means(int i, char before, char after) {
        char c = plain.charAt(i);
        return switch (c) {
            case '\\' -> !Signs.alphanumeric(after) && after != ' ' && after != '\n';
            case '*' -> !alone(c) && !(blank(before) && blank(after));
            case '_' -> !alone(c) && !(Signs.alphanumeric(before) && Signs.alphanumeric(after));
            case '`' -> !alone(c);
            case '~', '|' -> before == c || after == c || (formatted && (before == EDGE || after == EDGE));
            case '[' -> formatted || plain.indexOf("](", i) > 0;
            case '<' -> TAG.matcher(plain).region(i, plain.length()).lookingAt();
            case '@' -> EVERYONE.matcher(plain).region(i, plain.length()).lookingAt();
            default -> false;
        };
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\n';
    }

    private boolean alone(char c) {
        return !formatted && plain.indexOf(c) == plain.lastIndexOf(c);
    }
}
