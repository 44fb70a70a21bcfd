package lyceum.program.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.moderation.Engine;
import lyceum.moderation.Rulebook;
import lyceum.moderation.rules.Post;

/**
 * How many of five hundred banned words are found in each disguise, in both languages, and how often a view that folds finds one
 * in innocent text. Words, disguises and innocent texts are the bench's own; the engine's tables are not used.
 */
final class DisguisesBench implements Bench {
    private static final int ROUNDS = 4;
    private static final int GENERATED = 30_000;
    private static final List<String> ENGLISH_TALK =
            List.of("%s", "hey, %s here now", "who wants %s?", "i told you about the %s", "%s and more, just ask me");
    private static final List<String> CHINESE_TALK = List.of("%s", "今天有%s吗", "大家好，%s，谢谢", "这里%s很好", "老师，我想问%s的事");
    private final Rulebook rulebook = new Rulebook(Engine.Limit.NONE);
    private final List<String> english = lines("english.txt");
    private final List<ChineseWord> disguised = lines("chinese.txt").stream()
            .filter(line -> line.indexOf('\t') > 0)
            .map(ChineseWord::read)
            .toList();
    private final List<String> listed = Stream.concat(
                    english.stream(), lines("chinese.txt").stream().map(line -> line.split("\t", -1)[0]))
            .toList();
    private final List<Disguise<String>> englishWays = EnglishDisguises.all();
    private final List<Disguise<ChineseWord>> chineseWays = new ChineseDisguises(lines("syllables.txt").stream()
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1])))
            .all();
    private final Optional<Path> clean;

    /** @param clean a file of messages that nobody would object to, one a line; without it they are made up */
    DisguisesBench(Optional<Path> clean) {
        this.clean = clean;
    }

    @Override
    public String name() {
        return "disguises";
    }

    @Override
    public List<String> prints() {
        List<String> prints = new ArrayList<>();
        Stream.concat(Stream.of("plain"), englishWays.stream().map(Disguise::name))
                .forEach(way -> prints.add("disguises.english." + way));
        prints.add("disguises.english.macro");
        Stream.concat(Stream.of("plain"), chineseWays.stream().map(Disguise::name))
                .forEach(way -> prints.add("disguises.chinese." + way));
        prints.addAll(List.of(
                "disguises.chinese.macro",
                "disguises.innocent",
                "disguises.innocent.wrong",
                "disguises.clean",
                "disguises.clean.wrong",
                "disguises.clean.share"));
        return prints;
    }

    @Override
    public void run(Figures out) throws IOException {
        Engine engine = rulebook.words(listed);
        recall("english", ENGLISH_TALK, english, Function.identity(), englishWays, engine)
                .forEach((name, share) -> out.number(name, share, "%"));
        recall("chinese", CHINESE_TALK, disguised, ChineseWord::word, chineseWays, engine)
                .forEach((name, share) -> out.number(name, share, "%"));
        List<String> all = Stream.concat(listed.stream(), lines("short.txt").stream())
                .distinct()
                .toList();
        List<String> innocent = lines("innocent.txt");
        out.count("disguises.innocent", innocent.size());
        out.count("disguises.innocent.wrong", wrong(innocent, rulebook.words(all)));
        List<String> messages = clean.isPresent() ? Files.readAllLines(clean.get()) : madeUp();
        long wrong = wrong(messages, engine);
        out.count("disguises.clean", messages.size());
        out.count("disguises.clean.wrong", wrong);
        out.number("disguises.clean.share", 100.0 * wrong / Math.max(1, messages.size()), "%");
    }

    private <W> Map<String, Double> recall(
            String language,
            List<String> talk,
            List<W> words,
            Function<W, String> plain,
            List<Disguise<W>> ways,
            Engine engine) {
        Random random = new Random(20_261_127);
        Map<String, Double> shares = new LinkedHashMap<>();
        Disguise<W> none = new Disguise<>("plain", (word, same) -> "plain:" + plain.apply(word));
        double sum = 0;
        for (Disguise<W> way : Stream.concat(Stream.of(none), ways.stream()).toList()) {
            int cases = 0;
            int found = 0;
            for (int at = 0; at < words.size() * ROUNDS; at++) {
                W word = words.get(at % words.size());
                Optional<String> written = way.of(word, plain.apply(word), random);
                if (written.isPresent()) {
                    String message = talk.get(random.nextInt(talk.size())).formatted(written.get());
                    cases++;
                    found += finds(engine, message, plain.apply(word)) ? 1 : 0;
                }
            }
            double share = 100.0 * found / cases;
            shares.put("disguises." + language + "." + way.name(), share);
            sum += way.equals(none) ? 0 : share;
        }
        shares.put("disguises." + language + ".macro", sum / ways.size());
        return shares;
    }

    /** Whether the word itself is found, whatever else may be. */
    private static boolean finds(Engine engine, String message, String word) {
        return engine.judge(Post.of(message)).signals().stream()
                .anyMatch(signal -> signal.evidence().endsWith(word));
    }

    /** Messages in which only a view that folds finds something. */
    private static long wrong(List<String> messages, Engine engine) {
        return messages.stream()
                .filter(message -> {
                    var signals = engine.judge(Post.of(message)).signals();
                    return !signals.isEmpty()
                            && signals.stream()
                                    .noneMatch(signal -> signal.view().equals("plain"));
                })
                .count();
    }

    private static List<String> madeUp() {
        return new ModerationTexts(new Random(20_261_128))
                .chat(GENERATED).stream().map(Post::text).toList();
    }

    private static List<String> lines(String name) {
        InputStream in = Objects.requireNonNull(DisguisesBench.class.getResourceAsStream("disguises/" + name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("# ") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
