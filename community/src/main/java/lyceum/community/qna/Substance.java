package lyceum.community.qna;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells small talk from what is worth keeping, by length alone: a Chinese character counts for as much as half a word. */
final class Substance {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]][\\p{L}\\p{N}'’._/+#-]*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final double QUESTION = 3;
    private static final double ANSWER = 2.5;

    private Substance() {}

    static boolean ofQuestion(String line) {
        return words(line) >= QUESTION;
    }

    static boolean ofAnswer(String line) {
        return words(line) >= ANSWER || line.contains("://");
    }

    private static double words(String line) {
        return count(WORD.matcher(line)) + count(HAN.matcher(line)) / 2.0;
    }

    private static int count(Matcher matcher) {
        int found = 0;
        while (matcher.find()) {
            found++;
        }
        return found;
    }
}
