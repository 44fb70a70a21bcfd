package lyceum.program.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lyceum.moderation.rules.PatternRule;
import lyceum.moderation.rules.Post;

/** Made-up chat, lists and patterns, the same every time: 55 % English, 40 % Chinese, 5 % mixed, 3 % with a banned word. */
final class ModerationTexts {
    private static final String[] ENGLISH =
            ("the a to and of we you is it in that this for on with can what how have do not be are my your class lesson code loop array"
                            + " list tree graph today tomorrow teacher question answer please thanks great wait see try run test works maybe never always problem"
                            + " homework stream video slide page number first second again later good idea")
                    .split(" ", -1);
    private static final String[] CHINESE =
            "今天 我们 大家 老师 同学 这个 那个 问题 答案 什么 怎么 可以 不是 没有 一下 谢谢 明天 上课 作业 代码 数组 循环 算法 直播 视频 觉得 知道 开始 结束 有点 为什么 因为 所以 已经 还是 好的 请问 看到 学习 时间"
                    .split(" ", -1);
    private static final String CONSONANTS = "bcdfghjklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int ENGLISH_SHARE = 55;
    private static final int CHINESE_SHARE = 95;
    private static final int BANNED_SHARE = 3;
    private static final int LENGTH = 30;
    private static final int HAN = 2_500;
    private static final int EVERY = 8;
    private final Random random;
    private final List<String> banned;

    ModerationTexts(Random random) {
        this.random = random;
        this.banned = words(50);
    }

    List<String> banned() {
        return banned;
    }

    List<Post> chat(int size) {
        List<Post> chat = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            Instant when = Instant.EPOCH.plusMillis(1_000_000_000_000L + at * 300L);
            chat.add(Post.of(message(), "author" + random.nextInt(400), "room", when));
        }
        return chat;
    }

    private String message() {
        int kind = random.nextInt(100);
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH) {
            boolean english = kind < ENGLISH_SHARE || (kind >= CHINESE_SHARE && random.nextBoolean());
            text.append(english ? one(ENGLISH) + " " : one(CHINESE));
        }
        if (random.nextInt(100) < BANNED_SHARE) {
            text.append(' ').append(banned.get(random.nextInt(banned.size())));
        }
        return text.toString();
    }

    private String one(String[] words) {
        return words[random.nextInt(words.length)];
    }

    /** Words that no language has, half of them Latin, half Chinese. */
    List<String> words(int size) {
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < size) {
            words.add(words.size() % 2 == 0 ? latin() : han());
        }
        return List.copyOf(words);
    }

    private String latin() {
        StringBuilder word = new StringBuilder();
        for (int syllables = 3 + random.nextInt(2); syllables > 0; syllables--) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                .toString();
    }

    private String han() {
        StringBuilder word = new StringBuilder();
        for (int left = 3 + random.nextInt(2); left > 0; left--) {
            word.append((char) (0x4E00 + EVERY * random.nextInt(HAN)));
        }
        return word.toString();
    }

    /** Fifty that need a literal of three characters or more, and two that need none. */
    List<String> patterns() {
        List<String> patterns = new ArrayList<>(List.of("\\d{3}-\\d{4}", "[a-z]\\d[a-z]\\d"));
        for (int at = 0; at < 50; at++) {
            patterns.add(latin() + "\\s+\\w+" + (at % 2 == 0 ? "" : "\\d*"));
        }
        return patterns;
    }

    /** Patterns that make a searcher which tries again and again go on for years; those that are refused are left out. */
    List<String> hostilePatterns(int size) {
        String[] shapes = {
            "(a+)+%s",
            "(a|a)*%s",
            "(a|aa)+%s",
            "(.*a){12}%s",
            "([a-z]+)*\\d%s",
            "(\\w+\\s?)*%s",
            "(x+x+)+y%s",
            "a{1,100}a{1,100}%s",
            "(.*)(.*)(.*)%s"
        };
        List<String> patterns = new ArrayList<>();
        for (int at = 0; patterns.size() < size; at++) {
            String pattern = shapes[at % shapes.length].formatted(at % 3 == 0 ? "" : "z" + at % 10);
            try {
                PatternRule.check(pattern);
                patterns.add(pattern);
            } catch (IllegalArgumentException e) {
                patterns.add("(a+)+" + at + e.getClass().getSimpleName());
            }
        }
        return patterns;
    }

    List<String> hostile(int length) {
        return List.of(
                "a".repeat(length - 1) + "!",
                "x".repeat(length),
                "ab ".repeat(length / 3) + "!",
                "啊a".repeat(length / 2));
    }
}
