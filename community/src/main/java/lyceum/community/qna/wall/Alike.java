package lyceum.community.qna.wall;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question wants to know, and the words that say of what; two that want the same of the same ask the same. Immutable. */
public final class Alike {
    private static final int STEM_FROM = 5;
    private static final double CHARACTER = 0.5;
    private static final Set<Kind> WEAK = EnumSet.of(Kind.LEAVE, Kind.MANNER);
    private static final double UNLIKE_KINDS = 1;
    private static final double SAME = 0.6;
    private static final double INSTEAD = 0.7;
    private static final double ADDED = 0.3;
    private static final double RARITY = 0.3;
    private static final double UNCLEAR_KINDS = 0.1;
    private static final Pattern WORD =
            Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]][\\p{L}\\p{N}+#&&[^\\p{IsHan}]]*");
    private static final Pattern ENDING = Pattern.compile("(?:ings?|ed|er|e?s|e)$");
    private static final Pattern TWICE = Pattern.compile("([bdgmnprt])\\1$");
    private static final Pattern SHORT = Pattern.compile("n['’]t\\b|['’](?:s|re|ll|ve|m|d)\\b");
    private static final Pattern POLITE =
            Pattern.compile("请问|老师|谢谢|大家|同学们?|我想问|想问一?下?|问一下|一[下点]|是不是|有没有人?|知道|[吗呢啊呀的了吧嘛么会要我们是有都还再把个这那得]");
    private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九十百]");
    private static final Set<String> EMPTY = Set.of(
            ("a an the this that these those is are was were be been being am do does did done will would should shall must to of in on"
                            + " for with at by from as it its i you u we they he she my your our me us them one some any so and or but"
                            + " if then than not no just also too there here please pls plz thanks thank thx sir miss teacher hey hi hello sorry"
                            + " quick question again bit little what which who whose anyone anybody someone somebody know tell get"
                            + " got have has had want need up out about")
                    .split(" ", -1));
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("first", "1"),
            Map.entry("two", "2"),
            Map.entry("second", "2"),
            Map.entry("three", "3"),
            Map.entry("third", "3"),
            Map.entry("four", "4"),
            Map.entry("fourth", "4"),
            Map.entry("five", "5"),
            Map.entry("fifth", "5"));

    private final Set<Kind> kinds;
    private final Map<String, Double> words = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();

    /** @param question as it was written */
    public Alike(String question) {
        String text = SHORT.matcher(question.toLowerCase(Locale.ROOT)).replaceAll(" ");
        Kind.Read read = Kind.read(text);
        kinds = read.kinds();
        Matcher matcher = WORD.matcher(POLITE.matcher(read.rest()).replaceAll(" "));
        while (matcher.find()) {
            add(matcher.group());
        }
    }

    private void add(String word) {
        if (Character.isIdeographic(word.codePointAt(0))) {
            Matcher numeral = NUMERAL.matcher(word);
            while (numeral.find()) {
                numbers.add(numeral.group());
            }
            for (int at = 0; at < word.length(); at++) {
                words.put(word.substring(at, at + 1), CHARACTER);
                if (at + 1 < word.length()) {
                    words.put(word.substring(at, at + 2), CHARACTER);
                }
            }
        } else if (word.codePoints().anyMatch(Character::isDigit)) {
            numbers.add(word);
            words.put(word, 1.0);
        } else if (NUMBERS.containsKey(word)) {
            numbers.add(NUMBERS.get(word));
        } else if (!EMPTY.contains(word)) {
            words.put(stem(word), 1.0);
        }
    }

    /** Of the same letters in whatever order, so that a slip of the finger changes nothing. */
    private static String stem(String word) {
        String stem = word.length() < STEM_FROM
                ? word
                : TWICE.matcher(ENDING.matcher(word).replaceFirst("")).replaceFirst("$1");
        char[] letters = stem.toCharArray();
        Arrays.sort(letters, Math.min(1, letters.length), letters.length);
        return new String(letters);
    }

    /** The place of the question among others that asks the same: of those that are alike enough the likest; empty where there is none. */
    public OptionalInt sameAmong(List<Alike> others) {
        Map<String, Integer> frequencies = new HashMap<>();
        others.forEach(other -> other.words.keySet().forEach(word -> frequencies.merge(word, 1, Integer::sum)));
        ToDoubleFunction<String> weight = word -> Math.pow(1 + frequencies.getOrDefault(word, 0), -RARITY);
        int same = -1;
        double most = SAME;
        for (int at = 0; at < others.size(); at++) {
            double likeness = likeness(others.get(at), weight);
            if (likeness > most) {
                most = likeness;
                same = at;
            }
        }
        return same < 0 ? OptionalInt.empty() : OptionalInt.of(same);
    }

    /** From 0 to 1, as Tversky (1977): words that stand in the place of others make two questions less alike than words that are added. */
    private double likeness(Alike other, ToDoubleFunction<String> weight) {
        double unlike = distance(other);
        if (unlike >= 1 || words.isEmpty() || other.words.isEmpty() || !numbers.equals(other.numbers)) {
            return 0;
        }
        double both = 0;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            both += other.words.containsKey(word.getKey()) ? word.getValue() * weight.applyAsDouble(word.getKey()) : 0;
        }
        double mine = sum(weight) - both;
        double theirs = other.sum(weight) - both;
        return both / (both + INSTEAD * Math.min(mine, theirs) + ADDED * Math.max(mine, theirs)) - unlike;
    }

    private double sum(ToDoubleFunction<String> weight) {
        double sum = 0;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            sum += word.getValue() * weight.applyAsDouble(word.getKey());
        }
        return sum;
    }

    private double distance(Alike other) {
        if (kinds.equals(other.kinds)) {
            return 0;
        }
        Set<Kind> shared = EnumSet.copyOf(kinds);
        shared.retainAll(other.kinds);
        if (!shared.isEmpty() && !WEAK.containsAll(shared)) {
            return 0;
        }
        boolean weak = WEAK.containsAll(kinds) || WEAK.containsAll(other.kinds);
        return weak ? UNCLEAR_KINDS : UNLIKE_KINDS;
    }
}
