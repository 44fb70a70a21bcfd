package lyceum.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;

/** What the adapters for Discord say of themselves is written down in both languages, and nothing is written down in vain. */
class PhraseFilesTest {
    private static final Phrases PHRASES = Phrases.of("discord");
    private static final Pattern KEY = Pattern.compile("\"(discord\\.[a-z-]+)\"");

    @Test
    void everyPhraseThatIsUsedExistsInBothLanguagesAndEveryPhraseIsUsed() throws IOException {
        Set<String> used = used();

        assertThat(used).isNotEmpty();
        for (Language language : Language.values()) {
            assertThat(PHRASES.keys(language)).as(language.tag()).isEqualTo(used);
        }
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String folder : List.of("src/main/java", "../javacord/src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path source :
                        files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    KEY.matcher(Files.readString(source))
                            .results()
                            .map((MatchResult found) -> found.group(1))
                            .forEach(used::add);
                }
            }
        }
        return used;
    }
}
