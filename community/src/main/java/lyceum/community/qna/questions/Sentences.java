package lyceum.community.qna.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The sentences of a line in lower case, without addresses, code and what is quoted from others. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
final class Sentences {
    private static final int MOST = 12;
    private static final int LONGEST = 400;
    private static final String ENDS = ".!?…。！？\n;；~～";
    private static final String QUOTES = "\"“”「」『』";

    /** Whom a sentence is for, and the Chinese thanks and pictures after it; in English, thanks tell that something is over. */
    private static final Pattern COURTESY =
            Pattern.compile("^\\s*@\\S+\\s+(?=\\S)|(?:\\s*(?:[,，、 ](?:谢谢|多谢|感谢)(?:老师|大家|你|您)?"
                    + "|[\\p{So}\\p{Cn}\\x{1F000}-\\x{1FAFF}\\uFE0F\\u200D]))+\\s*$");

    private Sentences() {}

    /** A sentence, and whether a mark of asking ends it. */
    record Sentence(String text, boolean marked) {}

    static List<Sentence> of(String line) {
        String text = plain(line);
        List<Sentence> found = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length() && found.size() < MOST; at++) {
            if (ENDS.indexOf(text.charAt(at)) >= 0 && ends(text, at)) {
                int end = at;
                boolean marked = false;
                while (at < text.length() && (ENDS.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == ' ')) {
                    marked |= text.charAt(at) == '?' || text.charAt(at) == '？';
                    at++;
                }
                at--;
                add(text.substring(from, end), marked, found);
                from = at + 1;
            }
        }
        add(text.substring(Math.min(from, text.length())), false, found);
        return found;
    }

    /** A dot or mark inside a word, a number or an address ends nothing. */
    private static boolean ends(String text, int at) {
        char mark = text.charAt(at);
        return mark >= 0x80
                || mark == '\n'
                || at + 1 == text.length()
                || !Character.isLetterOrDigit(text.charAt(at + 1))
                || Letters.isHan(text.charAt(at + 1))
                || mark != '.' && at > 0 && Letters.isHan(text.charAt(at - 1));
    }

    private static void add(String sentence, boolean marked, List<Sentence> found) {
        String whole = sentence.strip();
        String bare = whole.length() > LONGEST ? whole.substring(0, LONGEST) : withoutCourtesy(whole);
        if (bare.isEmpty() && marked && found.isEmpty()) {
            found.add(new Sentence("", true));
        } else if (!bare.isEmpty()) {
            found.add(new Sentence(bare, marked));
        }
    }

    private static String withoutCourtesy(String sentence) {
        String bare = COURTESY.matcher(sentence).replaceAll("").strip();
        return bare.isEmpty() ? sentence : bare;
    }

    private static String plain(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        int at = 0;
        boolean begins = true;
        while (at < line.length()) {
            char unit = line.charAt(at);
            int skipped = skip(line, at, begins);
            if (skipped > at) {
                plain.append(" \u0001 ");
                at = skipped;
                begins = true;
                continue;
            }
            if (unit == '\n' && at + 1 < line.length() && line.charAt(at + 1) == '>') {
                at = end(line, at + 1);
                continue;
            }
            begins = Character.isWhitespace(unit) || Letters.isHan(unit) || unit == '(' || unit == '（';
            plain.append(unit);
            at++;
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** Where what begins here and is nobody's own words ends; the same place if nothing does. */
    private static int skip(String line, int at, boolean begins) {
        char unit = line.charAt(at);
        if (unit == '`') {
            return code(line, at);
        }
        if (QUOTES.indexOf(unit) >= 0) {
            return quote(line, at);
        }
        return begins ? address(line, at) : at;
    }

    private static int code(String line, int at) {
        String fence = line.startsWith("```", at) ? "```" : "`";
        int end = line.indexOf(fence, at + fence.length());
        return end < 0 ? at : end + fence.length();
    }

    private static int address(String line, int at) {
        if (at == 0 && line.startsWith("> ")) {
            return end(line, 0);
        }
        if (!line.startsWith("http://", at) && !line.startsWith("https://", at) && !line.startsWith("www.", at)) {
            return at;
        }
        int end = at;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end)) && !Letters.isHan(line.charAt(end))) {
            end++;
        }
        return end;
    }

    /** What is quoted within a longer line is not asked; a line that is quoted whole is. */
    private static int quote(String line, int at) {
        char open = line.charAt(at);
        char shut = open == '“' ? '”' : open == '「' ? '」' : open == '『' ? '』' : open;
        int end = line.indexOf(shut, at + 1);
        boolean whole = at == 0 && end == line.length() - 1;
        return end < 0 || whole || end - at < 3 ? at : end + 1;
    }

    private static int end(String line, int at) {
        int end = line.indexOf('\n', at);
        return end < 0 ? line.length() : end;
    }
}
