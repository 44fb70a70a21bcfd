package lyceum.community.qna.links;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words of one chat as numbers, with how many lines have each; pairs of characters stand for words in Chinese. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
final class Words {
    private static final int LONGEST_STEM = 6;
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] lines = new int[1_024];
    private int allLines;

    /** The distinct words of a text, ascending. */
    int[] of(String text) {
        int[] found = new int[16];
        int count = 0;
        String lower = text.toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < lower.length()) {
            int end = end(lower, at);
            if (end > at) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = number(stem(lower, at, end));
            }
            at = isHan(lower.charAt(at)) ? at + 1 : Math.max(end, at + 1);
        }
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    private static int end(String text, int at) {
        char first = text.charAt(at);
        if (isHan(first)) {
            return at + 1 < text.length() && isHan(text.charAt(at + 1)) ? at + 2 : at;
        }
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end)) && !isHan(text.charAt(end))) {
            end++;
        }
        return end - at > 1 ? end : at;
    }

    /** Words that begin alike are taken as one: `install`, `installed` and `installing`. */
    private static String stem(String text, int at, int end) {
        return text.substring(at, Math.min(end, at + LONGEST_STEM));
    }

    private static boolean isHan(char unit) {
        return unit >= 0x3400 && unit <= 0x9FFF;
    }

    private int number(String word) {
        return numbers.computeIfAbsent(word, _ -> numbers.size());
    }

    /** Counts a line's words. */
    void count(int[] words) {
        allLines++;
        for (int word : words) {
            if (word >= lines.length) {
                lines = Arrays.copyOf(lines, Math.max(word + 1, lines.length * 2));
            }
            lines[word]++;
        }
    }

    /** From 0, for a word of every line, to 1, for a word of one line among very many. */
    float rarity(int word) {
        int seen = word < lines.length ? lines[word] : 0;
        double most = Math.log(allLines + 2.0);
        return (float) Math.max(0, (most - Math.log(seen + 1.0)) / Math.max(most, 6));
    }
}
