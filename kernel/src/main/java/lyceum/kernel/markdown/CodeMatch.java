package lyceum.kernel.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.document.Mark;
import org.jspecify.annotations.Nullable;

/** A stretch of code in a message: in a line, or a block of its own. */
record CodeMatch(String content, Mark mark, int end) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_+\\-.#]+\n");
    private static final String FENCE = "```";

    /** The code whose backticks start at {@code i}; null where none does. */
    static @Nullable CodeMatch at(String s, int i) {
        CodeMatch block = s.startsWith(FENCE, i) ? block(s, i + FENCE.length()) : null;
        return block != null ? block : inline(s, i);
    }

    private static @Nullable CodeMatch block(String s, int from) {
        Matcher language = LANGUAGE.matcher(s).region(from, s.length());
        if (language.lookingAt()) {
            CodeMatch named = fenced(s, language.end(), s.substring(from, language.end() - 1));
            if (named != null) {
                return named;
            }
        }
        return fenced(s, from, "");
    }

    private static @Nullable CodeMatch fenced(String s, int from, String language) {
        int start = from;
        while (start < s.length() && s.charAt(start) == '\n') {
            start++;
        }
        int close = s.indexOf(FENCE, start + 1);
        if (close < 0) {
            return null;
        }
        int end = close;
        while (end > start && s.charAt(end - 1) == '\n') {
            end--;
        }
        return new CodeMatch(s.substring(start, end), new Mark.CodeBlock(language), close + FENCE.length());
    }

    private static @Nullable CodeMatch inline(String s, int i) {
        for (int fence = run(s, i); fence > 0; fence--) {
            for (int j = i + run(s, i); j < s.length(); j++) {
                int run = run(s, j);
                if (run == fence) {
                    return new CodeMatch(unpadded(s.substring(i + fence, j)), new Mark.Code(), j + run);
                }
                j += run;
            }
        }
        return null;
    }

    private static int run(String s, int i) {
        int end = i;
        while (end < s.length() && s.charAt(end) == '`') {
            end++;
        }
        return end - i;
    }

    /** Without the one space that keeps a backtick of the content from the fence. */
    private static String unpadded(String content) {
        return content.replaceAll("^ (?= *`)|(?<=` {0,99}) $", "");
    }
}
