package lyceum.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;

/** Both languages say the same things with the same arguments, and the program says nothing that is not written down. */
class PhraseFilesTest {
    private static final List<String> BUNDLES = List.of("members", "access", "help", "bridge");
    private static final Pattern KEY = Pattern.compile("\"((?:members|access|help|bridge)\\.[a-z-]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");

    @Test
    void bothLanguagesHaveTheSamePhrasesWithTheSameArguments() throws IOException {
        assertThat(arguments(Language.EN)).isEqualTo(arguments(Language.ZH));
    }

    @Test
    void everyPhraseThatIsUsedExistsAndEveryPhraseIsUsed() throws IOException {
        Set<String> keys = Phrases.of(BUNDLES.toArray(String[]::new)).keys(Language.EN);
        Set<String> used = used();

        assertThat(used).allMatch(key -> keys.stream().anyMatch(each -> means(key, each)));
        assertThat(keys).allMatch(key -> used.stream().anyMatch(each -> means(each, key)));
    }

    /** A key that ends with a dash is completed where it is used. */
    private static boolean means(String used, String key) {
        return used.endsWith("-") ? key.startsWith(used) : key.equals(used);
    }

    private static Map<String, Set<String>> arguments(Language language) throws IOException {
        Map<String, Set<String>> arguments = new TreeMap<>();
        for (String bundle : BUNDLES) {
            Path file = Path.of("src/main/resources/phrases", bundle + "." + language.tag() + ".properties");
            for (String line : Files.readAllLines(file)) {
                String[] phrase = line.split(" = ", 2);
                assertThat(phrase).as(file + ": " + line).hasSize(2);
                arguments.put(bundle + "." + phrase[0], all(ARGUMENT, phrase[1], 0));
            }
        }
        return arguments;
    }

    private static Set<String> used() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            Set<String> used = new TreeSet<>();
            for (Path source : sources) {
                used.addAll(all(KEY, Files.readString(source), 1));
            }
            return used;
        }
    }

    private static Set<String> all(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(found -> found.group(group)).collect(Collectors.toCollection(TreeSet::new));
    }
}
