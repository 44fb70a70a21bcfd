package lyceum.program.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a live class writes, and which of it asks the same: lines of our own, said again and again as people do, with greetings,
 * slips of the finger and marks left out. The same seed gives the same talk.
 */
public final class WallTalk {
    private static final List<String> PLACES = List.of("discord", "telegram", "twitch");
    private static final double ASKING = 0.12;
    private static final int CHATTING = 400;
    private static final List<String> ENGLISH_FIRST = List.of("hi, ", "sorry, ", "quick question: ", "sir, ", "@ada ");
    private static final List<String> ENGLISH_LAST = List.of(" please", " pls", " thanks", " 🙏", "??", "!");
    private static final List<String> CHINESE_FIRST = List.of("老师，", "请问", "老师请问", "想问一下，", "@ada ");
    private static final List<String> CHINESE_LAST = List.of("？", "？？", "呀", "啊", "，谢谢", " 🙏");

    private final List<List<String>> blocks;
    private final Random random;

    /** @param seed of everything that is left to chance */
    public WallTalk(long seed) {
        random = new Random(seed);
        try (InputStream in = Objects.requireNonNull(WallTalk.class.getResourceAsStream("wall.txt"))) {
            blocks = Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("(?m)^#.*\n", "")
                            .split("\n\n+", -1))
                    .map(block -> block.strip().lines().toList())
                    .filter(block -> !block.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A line.
     *
     * @param who of those who ask, nobody asks twice
     * @param question which of all questions it asks; -1 where it asks none
     * @param wording which of its wordings, before greetings and slips
     */
    public record Said(String platform, String who, String text, int question, int wording) {}

    /** So many lines, the common questions more often. */
    public List<Said> lines(int count) {
        List<Said> said = new ArrayList<>();
        int questions = blocks.size() - 2;
        List<Integer> order = new ArrayList<>();
        for (int at = 0; at < questions; at++) {
            order.add(at);
        }
        Collections.shuffle(order, random);
        for (int at = 0; at < count; at++) {
            String place = PLACES.get(random.nextInt(PLACES.size()));
            if (random.nextDouble() < ASKING) {
                int question = order.get((int) (questions * Math.pow(random.nextDouble(), 1.7)));
                int wording = random.nextInt(blocks.get(question).size());
                String text = spoken(blocks.get(question).get(wording));
                said.add(new Said(place, "asker" + at, text, question, wording));
            } else {
                List<String> chatter = blocks.get(questions + random.nextInt(2));
                String text = chatter.get(random.nextInt(chatter.size()));
                said.add(new Said(place, "viewer" + random.nextInt(CHATTING), text, -1, 0));
            }
        }
        return said;
    }

    private String spoken(String wording) {
        boolean chinese = wording.codePoints().anyMatch(Character::isIdeographic);
        String text = chinese || random.nextDouble() < 0.5 ? wording : wording.toLowerCase(Locale.ROOT);
        if (random.nextDouble() < 0.4) {
            text = text.replaceFirst("[?？]$", "");
        }
        if (!chinese && random.nextDouble() < 0.1) {
            text = slipped(text);
        }
        if (random.nextDouble() < 0.25) {
            text = one(chinese ? CHINESE_FIRST : ENGLISH_FIRST) + text;
        }
        return random.nextDouble() < 0.25 ? text + one(chinese ? CHINESE_LAST : ENGLISH_LAST) : text;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Two letters that stand side by side have changed places. */
    private String slipped(String text) {
        int at = 1 + random.nextInt(text.length() - 2);
        boolean letters = Character.isLetter(text.charAt(at)) && Character.isLetter(text.charAt(at + 1));
        return letters ? text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2) : text;
    }

    /**
     * How well equal questions met, over pairs of lines. A pair on one card is right if both ask the same; what asks nothing is never
     * right.
     *
     * @param pairs of lines that ask the same
     * @param met pairs of lines that stand on one card
     * @param right how many of these ask the same
     */
    public record Merged(long pairs, long met, long right) {
        /** @param cards the lines on each card of the wall */
        public static Merged of(List<Said> all, List<List<Said>> cards) {
            long met = cards.stream().mapToLong(card -> pairs(card.size())).sum();
            long right = cards.stream().mapToLong(Merged::same).sum();
            return new Merged(same(all), met, right);
        }

        /** The same for lines that use other words, greetings and slips apart: pairs that repeat one wording do not count. */
        public static Merged inOtherWords(List<Said> all, List<List<Said>> cards) {
            Merged every = of(all, cards);
            long repeated = cards.stream().mapToLong(Merged::repeated).sum();
            return new Merged(every.pairs - repeated(all), every.met - repeated, every.right - repeated);
        }

        private static long same(List<Said> said) {
            return pairs(said, Said::question);
        }

        private static long repeated(List<Said> said) {
            return pairs(said, each -> List.of(each.question(), each.wording()));
        }

        private static long pairs(List<Said> said, Function<Said, Object> of) {
            return said.stream()
                    .filter(each -> each.question() >= 0)
                    .collect(Collectors.groupingBy(of, Collectors.counting()))
                    .values()
                    .stream()
                    .mapToLong(Merged::pairs)
                    .sum();
        }

        private static long pairs(long count) {
            return count * (count - 1) / 2;
        }

        /** The share of the pairs on one card that ask the same. */
        public double precision() {
            return met == 0 ? 0 : right / (double) met;
        }

        /** The share of the pairs that ask the same which stand on one card. */
        public double recall() {
            return pairs == 0 ? 0 : right / (double) pairs;
        }
    }
}
