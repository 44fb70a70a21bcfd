package lyceum.kernel.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A link behind words: {@code [label](address)}. */
record LinkMatch(String label, String url, int end) {
    private static final Pattern TARGET = Pattern.compile(
            "\\(\\s*<?(https?://(?:\\([^)\\s]*\\)|[^\\s\\\\<>()])+)>?(?:\\s+['\"][^'\"]*['\"])?\\s*\\)");

    /** The link whose bracket opens at {@code i}; null where none does. */
    static @Nullable LinkMatch at(String s, int i) {
        int close = closing(s, i);
        if (close < 0) {
            return null;
        }
        Matcher target = TARGET.matcher(s).region(close + 1, s.length());
        String label = s.substring(i + 1, close);
        if (!target.lookingAt() || label.isBlank() || label.startsWith("http")) {
            return null;
        }
        return new LinkMatch(label, target.group(1), target.end());
    }

    private static int closing(String s, int i) {
        int depth = 0;
        for (int j = i; j < s.length(); j++) {
            switch (s.charAt(j)) {
                case '\\' -> j++;
                case '[' -> depth++;
                case ']' -> {
                    depth--;
                    if (depth == 0) {
                        return j;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }
}
