package lyceum.program.bench;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ways in which people disguise a Chinese word. */
final class ChineseDisguises {
    private static final int FIRST_RADICAL = 0x2F00;
    private static final int LAST_RADICAL = 0x2FD5;
    private static final String STRIKE = "\u0336";
    private static final String MARKS = "， 。 、 · - _ * / . ！ |";
    private static final String EMOJI = "🔥 😀 💰 ❤️ 👍 ✨ 🎉 ⭐";
    private final Map<String, String> soundingLike;
    private final Map<String, String> radicals = new HashMap<>();

    /** @param soundingLike by syllable, characters that are read so */
    ChineseDisguises(Map<String, String> soundingLike) {
        this.soundingLike = Map.copyOf(soundingLike);
        for (int point = FIRST_RADICAL; point <= LAST_RADICAL; point++) {
            String radical = Character.toString(point);
            radicals.put(Normalizer.normalize(radical, Form.NFKC), radical);
        }
    }

    List<Disguise<ChineseWord>> all() {
        return List.of(
                new Disguise<>("spaces", (word, random) -> Disguise.between(word.word(), " ")),
                new Disguise<>(
                        "zero-width",
                        (word, random) -> Disguise.between(
                                word.word(), Disguise.one("\u200B \u200C \u200D \u2060 \uFEFF", random))),
                new Disguise<>(
                        "punctuation-between",
                        (word, random) -> Disguise.between(word.word(), Disguise.one(MARKS, random))),
                new Disguise<>(
                        "emoji-between", (word, random) -> Disguise.between(word.word(), Disguise.one(EMOJI, random))),
                new Disguise<>("traditional", (word, random) -> word.traditional()),
                new Disguise<>("homophone-one", this::oneHomophone),
                new Disguise<>("homophones-all", this::homophones),
                new Disguise<>("pinyin", (word, random) -> String.join("", word.syllables())),
                new Disguise<>("pinyin-apart", (word, random) -> String.join(" ", word.syllables())),
                new Disguise<>("pinyin-one", ChineseDisguises::oneSyllable),
                new Disguise<>("initials", (word, random) -> initials(word)),
                new Disguise<>("split", (word, random) -> split(word)),
                new Disguise<>("radicals", (word, random) -> each(word.word(), radicals)),
                new Disguise<>("new-lines", (word, random) -> Disguise.between(word.word(), "\n")),
                new Disguise<>("doubled", (word, random) -> word.word().replaceAll("(.)", "$1$1")),
                new Disguise<>("ideographic-space", (word, random) -> Disguise.between(word.word(), "\u3000")),
                new Disguise<>("strike-through", (word, random) -> Disguise.between(word.word(), STRIKE) + STRIKE));
    }

    private static String each(String word, Map<String, String> table) {
        return word.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> table.getOrDefault(letter, letter))
                .collect(Collectors.joining());
    }

    private String homophone(ChineseWord word, int at, Random random) {
        String alike = soundingLike
                .getOrDefault(word.syllables().get(at), "")
                .replace(word.word().substring(at, at + 1), "");
        int chosen = alike.isEmpty() ? -1 : random.nextInt(alike.length());
        return chosen < 0 ? word.word().substring(at, at + 1) : alike.substring(chosen, chosen + 1);
    }

    private String oneHomophone(ChineseWord word, Random random) {
        int at = random.nextInt(word.word().length());
        return word.word().substring(0, at)
                + homophone(word, at, random)
                + word.word().substring(at + 1);
    }

    private String homophones(ChineseWord word, Random random) {
        return IntStream.range(0, word.word().length())
                .mapToObj(at -> homophone(word, at, random))
                .collect(Collectors.joining());
    }

    private static String oneSyllable(ChineseWord word, Random random) {
        int at = random.nextInt(word.word().length());
        return word.word().substring(0, at)
                + word.syllables().get(at)
                + word.word().substring(at + 1);
    }

    private static String initials(ChineseWord word) {
        return word.syllables().stream()
                .map(syllable -> syllable.substring(0, 1))
                .collect(Collectors.joining());
    }

    private static String split(ChineseWord word) {
        return IntStream.range(0, word.word().length())
                .mapToObj(at -> word.parts().get(at).equals("-")
                        ? word.word().substring(at, at + 1)
                        : word.parts().get(at))
                .collect(Collectors.joining());
    }
}
