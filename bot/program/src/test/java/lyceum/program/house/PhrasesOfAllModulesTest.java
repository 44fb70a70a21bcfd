package lyceum.program.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phrase files of all modules say the same in both languages. */
class PhrasesOfAllModulesTest {
    private static final Path ROOT = Path.of(System.getProperty("lyceum.root"));
    private static final Set<String> ADAPTERS = Set.of("discord", "telegram", "twitch", "room");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");
    private static final String ENGLISH = "." + Language.EN.tag() + ".properties";
    private static final String CHINESE = "." + Language.ZH.tag() + ".properties";

    @Test
    void bothLanguagesHaveTheSamePhrasesWithTheSameArguments() throws IOException {
        Collection<Path> bundles = files(ENGLISH);

        assertThat(bundles).isNotEmpty().hasSameSizeAs(files(CHINESE));
        for (Path english : bundles) {
            Path chinese =
                    english.resolveSibling(english.getFileName().toString().replace(ENGLISH, CHINESE));
            assertThat(arguments(chinese)).as(chinese.toString()).isEqualTo(arguments(english));
        }
    }

    /** In those bundles that put no key together from parts, but for a key that ends with a dash, which is completed where it is used. */
    @ParameterizedTest
    @ValueSource(
            strings = {"members", "access", "help", "bridge", "moderation", "lockdown", "discord", "telegram", "twitch"
            })
    void everyPhraseThatIsUsedExistsAndEveryPhraseIsUsed(String bundle) throws IOException {
        Set<String> keys = Phrases.of(bundle).keys(Language.EN);
        Set<String> used = used(sources(bundle), Pattern.compile("\"(" + bundle + "\\.(?!json\")[a-z-]+)\""));

        assertThat(used).isNotEmpty().allMatch(key -> keys.stream().anyMatch(each -> means(key, each)));
        assertThat(keys).allMatch(key -> used.stream().anyMatch(each -> means(each, key)));
    }

    private static boolean means(String used, String key) {
        return used.endsWith("-") ? key.startsWith(used) : key.equals(used);
    }

    /** The sources that a bundle belongs to. Both drivers for Discord say the same. */
    private static String sources(String bundle) throws IOException {
        return bundle.equals("discord")
                ? "cord/src/main/java/"
                : files("/main/resources/phrases/" + bundle, ENGLISH)
                        .iterator()
                        .next()
                        .toString()
                        .replaceAll("src/main/resources/.*", "src/main/java/");
    }

    private static Set<String> used(String sources, Pattern key) throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path source : files(sources, ".java")) {
            key.matcher(Files.readString(source)).results().forEach(found -> used.add(found.group(1)));
        }
        return used;
    }

    @Test
    void noPhraseIsEmpty() throws IOException {
        for (Path file : files(".properties")) {
            assertThat(read(file))
                    .as(file.toString())
                    .allSatisfy((_, phrase) -> assertThat((String) phrase).isNotBlank());
        }
    }

    /** What an adapter says of itself has the platform's own names in it, but never is a line of English. */
    @Test
    void whatAdaptersSayOfThemselvesIsChineseInChinese() throws IOException {
        for (Path file : files(CHINESE)) {
            if (ADAPTERS.contains(file.getFileName().toString().replace(CHINESE, ""))) {
                assertThat(read(file))
                        .as(file.toString())
                        .allSatisfy((_, phrase) -> assertThat((String) phrase).containsPattern("[\\p{IsHan}；]"));
            }
        }
    }

    private static Map<String, List<String>> arguments(Path file) throws IOException {
        Map<String, List<String>> arguments = new TreeMap<>();
        read(file)
                .forEach((key, phrase) -> arguments.put(
                        (String) key,
                        ARGUMENT.matcher((String) phrase)
                                .results()
                                .map(MatchResult::group)
                                .distinct()
                                .sorted()
                                .toList()));
        return arguments;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }

    private static Collection<Path> files(String ending) throws IOException {
        return files("/resources/phrases/", ending);
    }

    private static Collection<Path> files(String within, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains(within))
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
                    .toList();
        }
    }
}
