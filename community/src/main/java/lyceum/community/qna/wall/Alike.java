package lyceum.community.qna.wall;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a question that carry its meaning; two questions that share most of theirs ask the same. Immutable. */
public final class Alike {
    private static final double SAME = 0.7;
    private static final int STEM_FROM = 5;
    private static final Pattern WORD =
            Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]][\\p{L}\\p{N}'’+#&&[^\\p{IsHan}]]*");
    private static final Pattern ENDING = Pattern.compile("(?:ing|ed|es|s)$");
    private static final Pattern POLITE = Pattern.compile("请问|老师|谢谢|一下|大家|我想问|想问|是不是|有没有人|知道|[吗呢啊呀的了吧嘛么]");
    private static final Set<String> EMPTY = Set.of(
            "a an the this that these those is are was were be been am do does did can could will would should shall may to of in on"
                    .split(" ", -1));
    private static final Set<String> SMALL = Set.of(
            "for with at by from as it its i you we they he she my your our me us please pls sir ada hey hi hello so and or but if"
                    .split(" ", -1));
    private static final Set<String> ASKING = Set.of(
            "what how which who when where why anyone anybody someone know there tell get have has".split(" ", -1));

    private final Set<String> words = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    /** @param question as it was written */
    public Alike(String question) {
        String text = POLITE.matcher(question.toLowerCase(Locale.ROOT)).replaceAll(" ");
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            add(matcher.group());
        }
    }

    private void add(String word) {
        if (Character.isIdeographic(word.codePointAt(0))) {
            for (int at = 0; at + 1 < word.length(); at++) {
                words.add(word.substring(at, at + 2));
            }
            if (word.length() == 1) {
                words.add(word);
            }
        } else if (!EMPTY.contains(word) && !SMALL.contains(word) && !ASKING.contains(word)) {
            if (word.codePoints().anyMatch(Character::isDigit)) {
                numbers.add(word);
            }
            words.add(word.length() < STEM_FROM ? word : ENDING.matcher(word).replaceFirst(""));
        }
    }

    /** Whether another asks the same; questions with other numbers never do. */
    public boolean isSame(Alike other) {
        if (words.isEmpty() || !numbers.equals(other.numbers)) {
            return false;
        }
        Set<String> both = new HashSet<>(words);
        both.retainAll(other.words);
        return 2.0 * both.size() / (words.size() + other.words.size()) >= SAME;
    }
}
