package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import lyceum.program.CommandLineTree.Limits;
import lyceum.program.CommandLineTree.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParseResult;

/** What may be typed, what help says, and how a slip is answered. */
class CommandLineTreeTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<ParseResult> asked = new ArrayList<>();
    private Wording wording = Wording.of(Map.of("LANG", "en_US.UTF-8"));

    private int type(String... arguments) {
        Map<String, Action> actions = new HashMap<>();
        for (String name : List.of(
                "demo",
                "sandbox",
                "run",
                "room",
                "setup",
                "check",
                "test",
                "driver",
                "bench",
                "draw pick",
                "draw verify",
                "draw lint",
                "draw receipt",
                "draw log",
                "polls tabulate",
                "classes occurrences",
                "classes verify",
                "warm-up")) {
            actions.put(name, typed -> {
                asked.add(typed);
                return 0;
            });
        }
        for (String name : List.of("qna questions", "qna links", "qna index", "qna search", "reindex")) {
            actions.put(name, typed -> {
                asked.add(typed);
                return 0;
            });
        }
        return new CommandLineTree(wording, actions, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    @Test
    void optionsReachTheCommand() {
        int status = type(
                "demo",
                "--port",
                "9000",
                "--data",
                "d",
                "--no-story",
                "--limits",
                "off",
                "--sandbox",
                "http://127.0.0.1:9001");
        ParseResult typed = asked.getFirst();
        assertThat(status).isZero();
        assertThat(typed.<Port>matchedOptionValue("--port", Port.DEFAULT)).isEqualTo(new Port(9000));
        assertThat(typed.<Path>matchedOptionValue("--data", Path.of(""))).isEqualTo(Path.of("d"));
        assertThat(typed.<Boolean>matchedOptionValue("--no-story", false)).isTrue();
        assertThat(typed.<Limits>matchedOptionValue("--limits", Limits.DOCUMENTED))
                .isEqualTo(Limits.OFF);
        assertThat(typed.<URI>matchedOptionValue("--sandbox", URI.create("x")))
                .isEqualTo(URI.create("http://127.0.0.1:9001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "sandbox", "run", "room", "setup", "check", "test", "bench"})
    void helpWorksEverywhereInBothLanguages(String command) {
        assertThat(type(command, "--help")).isZero();
        wording = Wording.of(Map.of("LANG", "zh_CN.UTF-8"));
        assertThat(type(command, "--help")).isZero();
        assertThat(out.toString())
                .contains("Usage: lyceum " + command, "Shows this and ends.", "用法：lyceum " + command, "显示本说明并结束。");
    }

    @Test
    void commandsOfCommandsAreCalledByBothWords() {
        assertThat(type("draw", "verify", "b.json")).isZero();
        assertThat(asked.getFirst().<Path>matchedPositionalValue(0, Path.of("")))
                .isEqualTo(Path.of("b.json"));
        assertThat(type("polls", "tabulate", "--method", "stv", "--seats", "3", "--tie-seed", "00ff"))
                .isZero();
        assertThat(type("draw", "verify", "--help")).isZero();
        assertThat(out.toString()).contains("Usage: lyceum draw verify");
        assertThat(type("draw")).isEqualTo(2);
        assertThat(type("draw", "verify")).isEqualTo(2);
        assertThat(type("polls", "tabulate", "--method", "dice")).isEqualTo(2);
        assertThat(type("polls", "tabulate", "--method", "irv", "--seats", "0")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "BUNDLE.json is missing; write BUNDLE.json",
                        "write plurality, approval, score, irv, stv or condorcet.",
                        "write a number from 1 to 999999.");
    }

    @Test
    void aProcessForViewersIsToldItsRedis() {
        assertThat(type("room", "--redis", "redis://127.0.0.1:6379/0", "--port", "8090", "--bind", "0.0.0.0"))
                .isZero();
        assertThat(asked.getLast().<String>matchedOptionValue("--redis", "")).isEqualTo("redis://127.0.0.1:6379/0");
    }

    @Test
    void helpListsTheCommandsAndHidesTheInnerOne() {
        assertThat(type("--help")).isZero();
        assertThat(out.toString())
                .contains("demo", "Runs the hub against the built-in sandbox")
                .doesNotContain("warm-up");
    }

    @Test
    void nothingTypedShowsTheHelpAndIsAUsageError() {
        assertThat(type()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: lyceum");
    }

    @Test
    void aSlipIsAnsweredWithWhatToTypeInstead() {
        assertThat(type("dmeo")).isEqualTo(2);
        assertThat(type("run")).isEqualTo(2);
        assertThat(type("demo", "--port", "http")).isEqualTo(2);
        assertThat(type("demo", "--limits", "some")).isEqualTo(2);
        assertThat(type("demo", "--sandbox", "::")).isEqualTo(2);
        assertThat(type("demo", "--port", "1", "--port", "2")).isEqualTo(2);
        assertThat(type("check", "--config")).isEqualTo(2);
        assertThat(type("check", "--config", "f", "--onlin")).isEqualTo(2);
        assertThat(asked).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "lyceum: 'dmeo' is not known here; did you mean demo?",
                        "See ./lyceum --help",
                        "lyceum: --config is missing; write --config FILE",
                        "See ./lyceum run --help",
                        "lyceum: 'http' does not fit --port; write a number from 0 to 65533.",
                        "See ./lyceum demo --help",
                        "lyceum: 'some' does not fit --limits; write documented or off.",
                        "See ./lyceum demo --help",
                        "lyceum: '::' does not fit --sandbox; write an address such as http://127.0.0.1:8081",
                        "See ./lyceum demo --help",
                        "lyceum: --port stands twice; write it once.",
                        "See ./lyceum demo --help",
                        "lyceum: --config is missing; write --config FILE",
                        "See ./lyceum check --help",
                        "lyceum: '--onlin' is not known here; did you mean --online?",
                        "See ./lyceum check --help");
    }

    @Test
    void aSlipIsAnsweredInChinese() {
        wording = Wording.of(Map.of("LC_ALL", "zh_CN.UTF-8", "LANG", "en_US.UTF-8"));
        assertThat(type("run", "--port", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("lyceum: ", "参见 ./lyceum run --help");
    }

    @Test
    void bothLanguagesHaveTheSamePhrases() {
        Phrases phrases = Phrases.of("program");
        assertThat(phrases.keys(Language.EN)).isEqualTo(phrases.keys(Language.ZH));
    }
}
