package lyceum.program.bench;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The ways in which people disguise a word of Latin letters, made from Unicode's names of characters and what everybody knows. */
final class EnglishDisguises {
    private static final int LONG_WORD = 5;
    private static final int TAGS = 0xE0000;
    private static final int INDICATOR = 0x1F1E6;
    private static final int COMBINING = 0x300;
    private static final String VOWELS = "aeiou";
    private static final String EMOJI = "🔥 😀 💰 ❤️ 👍 ✨ 🎉 ⭐";
    private static final String HOMOGLYPHS =
            "aаα cсϲ dԁ eе gɡ hһ iіι jјϳ kκк lӏ mм nո oоοօ pрρ qԛ sѕ tт uυս vνѵ wԝ xх yуү";
    private static final String LEET = "a4@ b8 e3 g9 i1! l1 o0 s5$ t7 z2";
    private static final String SCRIPTS =
            "MATHEMATICAL_BOLD_SMALL_ MATHEMATICAL_SANS-SERIF_SMALL_ MATHEMATICAL_MONOSPACE_SMALL_ MATHEMATICAL_BOLD_SCRIPT_SMALL_"
                    + " MATHEMATICAL_BOLD_FRAKTUR_SMALL_ MATHEMATICAL_DOUBLE-STRUCK_SMALL_ MATHEMATICAL_SANS-SERIF_BOLD_ITALIC_SMALL_";
    private static final String CIRCLES =
            "CIRCLED_LATIN_SMALL_LETTER_ CIRCLED_LATIN_CAPITAL_LETTER_ NEGATIVE_CIRCLED_LATIN_CAPITAL_LETTER_";
    private static final List<String> NO_SMALL_CAPITAL = List.of("x");

    private EnglishDisguises() {}

    static List<Disguise<String>> all() {
        return List.of(
                new Disguise<>(
                        "zero-width",
                        (word, random) ->
                                Disguise.between(word, Disguise.one("\u200B \u200C \u200D \u2060 \uFEFF", random))),
                new Disguise<>("soft-hyphen", (word, random) -> inside(word, "\u00AD", random)),
                new Disguise<>(
                        "tags",
                        (word, random) -> inside(word, Character.toString(TAGS + 'a' + random.nextInt(26)), random)),
                new Disguise<>("full-width", (word, random) -> named(word, "FULLWIDTH LATIN SMALL LETTER ")),
                new Disguise<>(
                        "mathematical",
                        (word, random) ->
                                named(word, Disguise.one(SCRIPTS, random).replace('_', ' '))),
                new Disguise<>(
                        "circled",
                        (word, random) ->
                                named(word, Disguise.one(CIRCLES, random).replace('_', ' '))),
                new Disguise<>(
                        "small-capitals",
                        (word, random) -> each(
                                word,
                                letter -> NO_SMALL_CAPITAL.contains(letter)
                                        ? letter
                                        : named(letter, "LATIN LETTER SMALL CAPITAL "))),
                new Disguise<>("homoglyph-one", (word, random) -> swapOne(word, HOMOGLYPHS, random)),
                new Disguise<>("homoglyphs-all", (word, random) -> swapAll(word, HOMOGLYPHS, random)),
                new Disguise<>("leet-one", (word, random) -> swapOne(word, LEET, random)),
                new Disguise<>("leet-all", (word, random) -> swapAll(word, LEET, random)),
                new Disguise<>("spaces", (word, random) -> Disguise.between(word, " ")),
                new Disguise<>("dots", (word, random) -> Disguise.between(word, ".")),
                new Disguise<>("star-inside", (word, random) -> inside(word, "*", random)),
                new Disguise<>("star-for-vowel", (word, random) -> swapOne(word, "a* e* i* o* u*", random)),
                new Disguise<>("stretched", EnglishDisguises::stretched),
                new Disguise<>("diacritics", (word, random) -> Normalizer.normalize(marked(word, 1, random), Form.NFC)),
                new Disguise<>("zalgo", (word, random) -> marked(word, 6, random)),
                new Disguise<>(
                        "regional-indicators",
                        (word, random) -> Disguise.between(
                                each(word, letter -> Character.toString(INDICATOR + letter.charAt(0) - 'a')),
                                Disguise.one("\u200B |", random).replace('|', ' '))),
                new Disguise<>("emoji-between", (word, random) -> Disguise.between(word, Disguise.one(EMOJI, random))),
                new Disguise<>("swapped", EnglishDisguises::swapped),
                new Disguise<>("glued", (word, random) -> "快来" + word + "吧"),
                new Disguise<>(
                        "markdown", (word, random) -> markdown(word, Disguise.one("** ` ~~ || __", random), random)),
                new Disguise<>("override", (word, random) -> "\u202E" + new StringBuilder(word).reverse() + "\u202C"),
                new Disguise<>("plural", (word, random) -> plural(word)),
                new Disguise<>("deleted", EnglishDisguises::deleted));
    }

    private static String each(String word, UnaryOperator<String> change) {
        StringBuilder written = new StringBuilder();
        word.codePoints().forEach(point -> written.append(change.apply(Character.toString(point))));
        return written.toString();
    }

    private static String named(String word, String prefix) {
        return each(
                word, letter -> Character.toString(Character.codePointOf(prefix + letter.toUpperCase(Locale.ROOT))));
    }

    private static String inside(String word, String what, Random random) {
        int at = 1 + random.nextInt(word.length() - 1);
        return word.substring(0, at) + what + word.substring(at);
    }

    private static String swap(String letter, String table, Random random) {
        for (String entry : table.split(" ", -1)) {
            if (entry.startsWith(letter)) {
                return entry.substring(1 + random.nextInt(entry.length() - 1)).substring(0, 1);
            }
        }
        return letter;
    }

    private static String swapAll(String word, String table, Random random) {
        return each(word, letter -> swap(letter, table, random));
    }

    private static String swapOne(String word, String table, Random random) {
        int[] able = random.ints(64, 0, word.length()).toArray();
        for (int at : able) {
            String swapped = swap(word.substring(at, at + 1), table, random);
            if (!word.startsWith(swapped, at)) {
                return word.substring(0, at) + swapped + word.substring(at + 1);
            }
        }
        return word;
    }

    /** One letter written three to six times, or every letter twice. */
    private static String stretched(String word, Random random) {
        if (random.nextInt(3) == 0) {
            return each(word, letter -> letter + letter);
        }
        int at = random.nextInt(word.length());
        return word.substring(0, at)
                + word.substring(at, at + 1).repeat(3 + random.nextInt(4))
                + word.substring(at + 1);
    }

    private static String marked(String word, int most, Random random) {
        return each(word, letter -> {
            StringBuilder marks = new StringBuilder(letter);
            for (int left = 1 + random.nextInt(most); left > 0; left--) {
                marks.append((char) (COMBINING + random.nextInt(most == 1 ? 0x0D : 0x70)));
            }
            return marks.toString();
        });
    }

    /** Two neighbours inside a word of five letters or more change places. */
    private static String swapped(String word, Random random) {
        if (word.length() < LONG_WORD) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private static String deleted(String word, Random random) {
        if (word.length() < LONG_WORD) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, at) + word.substring(at + 1);
    }

    private static String markdown(String word, String mark, Random random) {
        int from = 1 + random.nextInt(word.length() - 2);
        int to = from + 1 + random.nextInt(word.length() - from - 1);
        return word.substring(0, from) + mark + word.substring(from, to) + mark + word.substring(to);
    }

    private static String plural(String word) {
        char last = word.charAt(word.length() - 1);
        if (last == 'y' && VOWELS.indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        boolean hissing = last == 's' || last == 'x' || last == 'z' || word.endsWith("ch") || word.endsWith("sh");
        return word + (hissing ? "es" : "s");
    }
}
