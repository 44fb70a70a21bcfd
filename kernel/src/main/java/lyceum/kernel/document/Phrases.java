package lyceum.kernel.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.person.Language;

/**
 * The phrase files of all features: {@code phrases/BUNDLE.en.properties} and {@code phrases/BUNDLE.zh-Hans.properties} on the class
 * path, in UTF-8. {@code {0}} is an argument; all else stands for itself.
 */
public final class Phrases {
    /** What {@link #english} has read, by its bundles: thousands may be refused at once, and each refusal is logged. */
    private static final Map<Set<String>, Phrases> READ = new ConcurrentHashMap<>();

    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);

    private Phrases() {}

    /** Reads both files of each bundle. */
    public static Phrases of(String... bundles) {
        Phrases phrases = new Phrases();
        for (Language language : Language.values()) {
            Map<String, String> patterns = new HashMap<>();
            for (String bundle : bundles) {
                read(bundle, language).forEach((key, pattern) -> patterns.put(bundle + "." + key, (String) pattern));
            }
            phrases.patterns.put(language, patterns);
        }
        return phrases;
    }

    /** In English, from the phrase files that {@code say} itself names: for logs and for what only programs read. */
    public static String english(Say say) {
        Set<String> bundles = new TreeSet<>();
        gather(say, bundles);
        return READ.computeIfAbsent(bundles, these -> of(these.toArray(String[]::new)))
                .render(say, Language.EN)
                .plain();
    }

    private static void gather(Say say, Set<String> bundles) {
        if (say instanceof Phrase(String key, List<Say> args)) {
            bundles.add(key.substring(0, key.indexOf('.')));
            args.forEach(arg -> gather(arg, bundles));
        }
    }

    /** The keys there are in a language, in order. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(of(language).keySet());
    }

    public Text render(Say say, Language language) {
        return switch (say) {
            case Text text -> text;
            case Phrase phrase -> fill(pattern(phrase.key(), language), phrase.args(), language);
        };
    }

    private String pattern(String key, Language language) {
        String pattern = of(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no phrase '" + key + "' in " + language.tag());
        }
        return pattern;
    }

    private Map<String, String> of(Language language) {
        return patterns.getOrDefault(language, Map.of());
    }

    private Text fill(String pattern, List<Say> args, Language language) {
        Text text = Text.EMPTY;
        int done = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', done)) {
            int close = pattern.indexOf('}', open);
            int number = Integer.parseInt(pattern, open + 1, close, 10);
            text = text.plus(pattern.substring(done, open)).plus(render(args.get(number), language));
            done = close + 1;
        }
        return text.plus(pattern.substring(done));
    }

    private static Properties read(String bundle, Language language) {
        String name = "/phrases/" + bundle + "." + language.tag() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Phrases.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no phrase file " + name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
