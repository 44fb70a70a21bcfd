package lyceum.program;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lyceum.config.Settings;
import lyceum.program.bench.Bench;
import lyceum.program.bench.Claims;
import lyceum.program.settings.HubSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is so: their configs load, their commands and links are there, and NOTICE names every library. */
class DocsTest {
    private static final Path ROOT = Path.of(System.getProperty("lyceum.root"));
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("\\./lyceum (?:([a-z][a-z-]*)([^`\n|]*))");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)\\)");
    private static final Pattern FIGURE =
            Pattern.compile("^\\| `([a-z0-9.]+)` \\| [^|]+ \\| ([^|]+) \\| `\\./lyceum bench", Pattern.MULTILINE);
    private static final Pattern JAR = Pattern.compile(".*/repository/(.+)/([^/]+)/[^/]+/[^/]+\\.jar");
    private static final Set<String> FOR_TESTS = Set.of(
            "org.junit",
            "org.opentest4j",
            "org.apiguardian",
            "org.assertj",
            "net.bytebuddy",
            "org.awaitility",
            "org.brotli",
            "org.apache.commons:commons-compress",
            "commons-codec",
            "com.tngtech",
            "com.github.codemonstur",
            "org.wiremock",
            "org.hamcrest");

    @TempDir
    private Path folder;

    private static String text(String name) throws IOException {
        return Files.readString(ROOT.resolve(name));
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-Hans.md"})
    void everyFigureInItIsPrintedBesideItsMeasurement(String name) throws Exception {
        List<String> prints =
                Bench.all().stream().flatMap(bench -> bench.prints().stream()).toList();
        Map<String, String> claimed = found(FIGURE, text(name)).stream()
                .collect(toMap(row -> row.group(1), row -> row.group(2).replace(",", "")));

        assertThat(prints).containsAll(claimed.keySet());
        assertThat(Claims.read().all())
                .hasSameSizeAs(claimed)
                .allSatisfy((figure, value) -> assertThat(value)
                        .as(figure)
                        .isEqualTo(claimed.get(figure)
                                + (claimed.getOrDefault(figure, "").contains(" ") ? "" : " count")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-Hans.md"})
    void everyConfigInItLoads(String name) throws Exception {
        List<MatchResult> blocks = found(YAML, text(name));
        assertThat(blocks).isNotEmpty();
        for (MatchResult block : blocks) {
            Path file = Files.writeString(folder.resolve("lyceum.yaml"), block.group(1));
            Settings.read(
                    file,
                    HubSettings.class,
                    Map.of(
                            "DISCORD_TOKEN",
                            "a",
                            "TELEGRAM_TOKEN",
                            "b",
                            "TWITCH_TOKEN",
                            "c",
                            "TWITCH_OWNER_TOKEN",
                            "d"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", "README.zh-Hans.md", "CHANGELOG.md", "CONTRIBUTING.md", "config/lyceum.example.yaml"
            })
    void everyCommandInItIsThereWithItsOptions(String name) throws Exception {
        for (MatchResult command : found(COMMAND, text(name))) {
            String help = help(command.group(1));
            assertThat(help).as(command.group()).startsWith("Usage: lyceum " + command.group(1));
            found(OPTION, command.group(2))
                    .forEach(option -> assertThat(help).as(command.group()).contains(option.group()));
        }
    }

    private static String help(String command) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        new CommandLineTree(Wording.of(Map.of()), Map.of(), writer, writer).run(command, "--help");
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-Hans.md", "CONTRIBUTING.md"})
    void everyFileThatItNamesIsThere(String name) throws Exception {
        found(LINK, text(name))
                .forEach(link -> assertThat(ROOT.resolve(link.group(1))).exists());
    }

    @Test
    void bothReadmesHaveTheSameCommandsAndHeadings() throws Exception {
        assertThat(shape("README.md")).isEqualTo(shape("README.zh-Hans.md"));
    }

    private static List<String> shape(String name) throws IOException {
        return found(Pattern.compile("(?m)^(#+) |\\./lyceum [a-z]+(?: --[a-z]+)*|^```[a-z]*"), text(name)).stream()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void everyLibraryIsNamedInNoticeWithItsLicence() throws Exception {
        Set<String> named = text("NOTICE")
                .lines()
                .filter(line -> line.matches("[\\w.-]+:[\\w.*-]+ +\\w.*"))
                .map(line -> line.replaceAll(" .*", ""))
                .collect(toSet());
        assertThat(libraries())
                .isNotEmpty()
                .allSatisfy(library -> assertThat(named).containsAnyOf(library, library.replaceAll(":.*", ":*")));
    }

    /** {@code group:artifact} of everything on the class path that came from Maven's repository and is not only for tests. */
    private static List<String> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .flatMap(entry -> found(JAR, entry).stream())
                .map(jar -> jar.group(1).replace('/', '.') + ":" + jar.group(2))
                .filter(library -> FOR_TESTS.stream().noneMatch(library::startsWith))
                .toList();
    }
}
