package lyceum.program;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.config.Settings;
import lyceum.config.SettingsRefused;
import lyceum.kernel.person.Language;
import lyceum.moderation.Engine;
import lyceum.moderation.ModerateLines;
import lyceum.moderation.Rulebook;
import lyceum.moderation.RulesRefused;
import lyceum.moderation.file.RuleFile;
import lyceum.moderation.policy.Policy;
import picocli.CommandLine.ParseResult;

/** {@code moderate}: judges the messages of standard input, a JSON object a line. */
final class ModerateCommand implements Action {
    private static final int BUFFER = 1 << 16;
    /** A rule that thinks longer than this gives Hold. */
    private static final Duration MOST = Duration.ofMillis(250);

    private final Map<String, String> environment;
    private final Wording wording;
    private final PrintWriter err;

    ModerateCommand(Map<String, String> environment, Wording wording, PrintWriter err) {
        this.environment = environment;
        this.wording = wording;
        this.err = err;
    }

    @Override
    public int run(ParseResult typed) throws IOException {
        Rulebook rulebook = new Rulebook(new Engine.Limit(System::nanoTime, MOST.toNanos()));
        Engine engine;
        try {
            engine = engine(typed, rulebook);
        } catch (SettingsRefused e) {
            err.println(e.lines(Check.tongue(wording)));
            return 2;
        } catch (RulesRefused e) {
            e.lines()
                    .forEach(line -> err.println(
                            "lyceum: " + (wording.language() == Language.ZH ? line.chinese() : line.english())));
            return 2;
        } catch (Refusal e) {
            err.println("lyceum: " + wording.say(e.phrase()));
            return 2;
        }
        return answer(engine, System.in, System.out) ? 0 : 1;
    }

    private static boolean answer(Engine engine, InputStream in, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        return new ModerateLines(engine).answer(in, buffered);
    }

    private Engine engine(ParseResult typed, Rulebook rulebook) throws SettingsRefused, RulesRefused, Refusal {
        Path rules = typed.matchedOptionValue("--rules", null);
        List<String> only = names(typed.matchedOptionValue("--only", List.of()));
        List<String> words = typed.matchedOptionValue("--word", List.of());
        Path list = typed.matchedOptionValue("--words", null);
        boolean own = !words.isEmpty() || list != null;
        if ((rules != null ? 1 : 0) + (only.isEmpty() ? 0 : 1) + (own ? 1 : 0) > 1) {
            throw new Refusal("program.moderate.one");
        }
        if (rules != null) {
            return rulebook.file(Settings.read(rules, RuleFile.class, environment));
        }
        if (!only.isEmpty()) {
            return rulebook.only(only);
        }
        return own
                ? rulebook.words(words(words, list))
                : rulebook.policy(Policy.CLASSROOM, rulebook.list(List.of()), List.of());
    }

    private static List<String> names(List<String> typed) throws Refusal {
        List<String> names = new ArrayList<>();
        for (String some : typed) {
            for (String name : some.split(",", -1)) {
                if (!Rulebook.names().contains(name.strip())) {
                    throw new Refusal("program.moderate.no-rule", name.strip(), String.join(", ", Rulebook.names()));
                }
                names.add(name.strip());
            }
        }
        return names;
    }

    /** Words typed, and those of a file, one a line; empty lines and remarks behind {@code #} are left out. */
    private static List<String> words(List<String> typed, @org.jspecify.annotations.Nullable Path file) throws Refusal {
        List<String> words = new ArrayList<>(typed);
        if (file != null) {
            try {
                Files.readString(file, StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                        .forEach(words::add);
            } catch (IOException e) {
                throw new Refusal("program.unreadable", file.toString());
            }
        }
        words.removeIf(String::isBlank);
        return words;
    }
}
