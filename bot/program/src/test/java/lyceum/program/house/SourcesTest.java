package lyceum.program.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a compiler does not see in the sources of all modules. */
class SourcesTest {
    private static final Path ROOT = Path.of(System.getProperty("lyceum.root"));
    private static final int MOST_LINES = 400;

    /** Pieced together, so that this file does not name them itself. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    private static final Pattern SLEEP = Pattern.compile("Thread\\s*\\.\\s*sl" + "eep|TimeUnit\\.\\w+\\.sl" + "eep");
    private static final Pattern SKIPPED = Pattern.compile("@Dis" + "abled|assume(True|False)\\(");
    private static final Pattern TYPE = Pattern.compile(
            "^(?:(?:public|final|sealed|non-sealed|abstract|strictfp) )*(?:class|interface|record|enum|@interface) .*");

    @Test
    void noFileHasMoreThanFourHundredLines() throws IOException {
        assertThat(where(all(), source -> source.lines().count() > MOST_LINES)).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertThat(where(all(), source -> UNFINISHED.matcher(source).find())).isEmpty();
    }

    @Test
    void noTestSleepsOrIsSkipped() throws IOException {
        List<Path> tests = all().stream()
                .filter(file -> file.toString().contains("/src/test/"))
                .toList();

        assertThat(tests).isNotEmpty();
        assertThat(where(tests, source -> SLEEP.matcher(source).find())).isEmpty();
        assertThat(where(tests, source -> SKIPPED.matcher(source).find())).isEmpty();
    }

    /** Tests may let the names of their methods speak. */
    @Test
    void everyTypeOpensWithASentence() throws IOException {
        List<Path> types = all().stream()
                .filter(file ->
                        !file.endsWith("package-info.java") && !file.toString().endsWith("Test.java"))
                .toList();

        assertThat(where(types, source -> !opensWithASentence(source))).isEmpty();
        assertThat(opensWithASentence("package a;\n\nfinal class A {}\n")).isFalse();
        assertThat(opensWithASentence("/** Is so. */\n@Tag(\"a\")\npublic record A() {}\n"))
                .isTrue();
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        List<Path> folders = all().stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .map(Path::getParent)
                .distinct()
                .toList();

        for (Path folder : folders) {
            assertThat(folder.resolve("package-info.java")).content().contains("/**", "@NullMarked");
        }
    }

    private static boolean opensWithASentence(String source) {
        String before = "";
        for (String line : source.lines().toList()) {
            if (TYPE.matcher(line).matches()) {
                return before.endsWith("*/");
            }
            if (!line.startsWith("@") && !line.isBlank()) {
                before = line;
            }
        }
        return false;
    }

    private static List<Path> where(List<Path> files, Predicate<String> found) throws IOException {
        List<Path> hits = new ArrayList<>();
        for (Path file : files) {
            if (found.test(Files.readString(file))) {
                hits.add(ROOT.relativize(file));
            }
        }
        return hits;
    }

    private static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
                    .toList();
        }
    }
}
