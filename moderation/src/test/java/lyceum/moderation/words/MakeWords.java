package lyceum.moderation.words;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.CharsTrie;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes one of the files of what the vetoes know of ordinary language: {@code main(folder of the resources, which, text file...,
 * words=list, phrases=list, abuse=text file)}. Chinese words come from ICU's dictionary; English ones are those of the lists and
 * those the text files use more than twice, kept as hashes only, like names. Pairs of Han characters are those of ICU's dictionary,
 * of the phrases (a line's first field) and of the text files. Latin tokens that stand in abuse above all are no ordinary part of
 * Chinese.
 */
final class MakeWords {
    private static final int COMMON = 4_000;
    private static final int ENOUGH = 3;
    private static final double MOSTLY = 0.8;
    private static final String WORDS = "words=";
    private static final String ABUSE = "abuse=";
    private static final String PHRASES = "phrases=";
    private static final int RAREST = 138;
    private static final int RAREST_PAIR = 165;
    private static final Pattern WORD = Pattern.compile("[a-z]{2,24}");

    private MakeWords() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).resolve(arguments[1]);
        List<String> texts = files(arguments, "");
        switch (arguments[1]) {
            case "chinese.txt" -> chinese(file);
            case "english.bin" -> english(file, texts, files(arguments, WORDS));
            case "names.bin" -> names(file, files(arguments, WORDS));
            case "pairs.bin" -> pairs(file, texts, files(arguments, PHRASES));
            case "borrowed.bin" -> borrowed(file, texts, files(arguments, ABUSE));
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    /** The files that stand behind this mark, or those without any. */
    private static List<String> files(String[] arguments, String mark) {
        return Stream.of(arguments)
                .skip(2)
                .filter(file -> mark.isEmpty() ? !file.contains("=") : file.startsWith(mark))
                .map(file -> file.substring(mark.length()))
                .toList();
    }

    private static void chinese(Path file) throws IOException {
        Map<String, Integer> costs = new TreeMap<>();
        Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
        for (CharsTrie.Entry entry : new CharsTrie(dictionary(), 0)) {
            String word = entry.chars.toString();
            boolean han = word.chars().allMatch(unit -> UScript.getScript(unit) == UScript.HAN);
            if (han && word.length() <= 4 && (entry.value <= RAREST || word.length() == 1)) {
                costs.merge(simplified.transliterate(word), entry.value, Math::min);
            }
        }
        Map<Integer, StringBuilder> lines = new TreeMap<>();
        costs.forEach((word, cost) -> lines.computeIfAbsent(cost, key -> new StringBuilder())
                .append(' ')
                .append(word));
        List<String> text =
                new ArrayList<>(List.of("# how rare, a tab, the words; made by MakeWords from ICU 79's dictionary"));
        lines.forEach((cost, words) -> text.add(cost + "\t" + words.substring(1)));
        Files.write(file, text);
    }

    /** ICU's own file: a header whose length stands in its first two bytes, eight numbers, the first of them the way to the trie. */
    private static CharSequence dictionary() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                CharsTrie.class.getResourceAsStream("/com/ibm/icu/impl/data/icudata/brkitr/cjdict.dict"))) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
            int header = bytes.getShort(0);
            bytes.position(header + bytes.getInt(header));
            CharBuffer characters = bytes.slice().asCharBuffer();
            return characters;
        }
    }

    /** Pairs of Han characters that ordinary Chinese holds. */
    private static void pairs(Path file, List<String> texts, List<String> lists) throws IOException {
        Pairs pairs = new Pairs();
        Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
        for (CharsTrie.Entry entry : new CharsTrie(dictionary(), 0)) {
            if (entry.value <= RAREST_PAIR) {
                addPairs(simplified.transliterate(entry.chars.toString()), pairs);
            }
        }
        for (String list : lists) {
            for (String line : Files.readAllLines(Path.of(list))) {
                addPairs(simplified.transliterate(line.split("[ \t]", 2)[0]), pairs);
            }
        }
        for (String text : texts) {
            for (String line : Files.readAllLines(Path.of(text))) {
                addPairs(line, pairs);
            }
        }
        Files.write(file, pairs.bytes());
    }

    private static void addPairs(String text, Pairs pairs) {
        for (int at = 1; at < text.length(); at++) {
            if (UScript.getScript(text.charAt(at - 1)) == UScript.HAN
                    && UScript.getScript(text.charAt(at)) == UScript.HAN) {
                pairs.add(text.charAt(at - 1), text.charAt(at));
            }
        }
    }

    /** Latin tokens that Chinese texts hold, abuse among them, and that are not above all found in abuse. */
    private static void borrowed(Path file, List<String> texts, List<String> abuse) throws IOException {
        Map<String, Integer> all = latinInHan(texts);
        Map<String, Integer> abusive = latinInHan(abuse);
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, Integer> word : all.entrySet()) {
                int count = word.getValue();
                boolean known = count > 1 || word.getKey().length() == 2;
                if (known && abusive.getOrDefault(word.getKey(), 0) < MOSTLY * count) {
                    out.writeInt((int) Tokens.hash(word.getKey()));
                }
            }
        }
        System.out.println(all.size() + " borrowed words");
    }

    private static Map<String, Integer> latinInHan(List<String> files) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String name : files) {
            for (String line : Files.readAllLines(Path.of(name))) {
                if (line.chars().anyMatch(unit -> UScript.getScript(unit) == UScript.HAN)) {
                    Matcher words = WORD.matcher(line.toLowerCase(Locale.ROOT));
                    while (words.find()) {
                        counts.merge(words.group(), 1, Integer::sum);
                    }
                }
            }
        }
        return counts;
    }

    private static void count(Path file, Map<String, Integer> counts) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.forEach(line -> {
                Matcher words = WORD.matcher(line.toLowerCase(Locale.ROOT));
                while (words.find()) {
                    counts.merge(words.group(), 1, Integer::sum);
                }
            });
        }
    }

    private static void english(Path file, List<String> texts, List<String> lists) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            count(Path.of(text), counts);
        }
        for (String list : lists) {
            Files.readAllLines(Path.of(list)).forEach(word -> counts.merge(word, ENOUGH, Math::max));
        }
        List<String> words = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= ENOUGH)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(Math.min(COMMON, words.size()));
            for (String word : words) {
                out.writeInt((int) Tokens.hash(word));
            }
        }
        System.out.println(words.size() + " English words");
    }

    /** Names and the small words of other languages, the first word of each line, accents taken off, up to a bar or a possessive. */
    private static void names(Path file, List<String> lists) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String list : lists) {
            for (String line : Files.readAllLines(Path.of(list))) {
                String plain = Normalizer.normalize(line.split("[|']", 2)[0].strip(), Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
                if (plain.length() > 2 && WORD.matcher(plain).matches()) {
                    names.add(plain);
                }
            }
        }
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                out.writeInt((int) Tokens.hash(name));
            }
        }
        System.out.println(names.size() + " names and small words");
    }
}
