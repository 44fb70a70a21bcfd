package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that are functions of what they are given: draws and ballots. */
class PureCommandsTest {
    private static final String GOLDEN_SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int type(String input, String... arguments) {
        Wording wording = Wording.of(Map.of("LANG", "en_US.UTF-8"));
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        PrintWriter to = new PrintWriter(out, true);
        DrawCommand draw = new DrawCommand(wording, in, to, new PrintWriter(err, true));
        PollsCommand polls = new PollsCommand(wording, in, to, new PrintWriter(err, true));
        Map<String, Action> actions = Map.of(
                "draw pick",
                draw::pick,
                "draw verify",
                draw::verify,
                "draw lint",
                draw::lint,
                "draw receipt",
                draw::receipt,
                "draw log",
                draw::log,
                "polls tabulate",
                polls::tabulate);
        return new CommandLineTree(wording, actions, to, new PrintWriter(err, true)).run(arguments);
    }

    @Test
    void picksAreAnsweredOnOneLine() {
        String entrant = "{\"tag\":\"" + "ab".repeat(32) + "\",\"tickets\":2}";
        String request = "{\"picks\":3,\"drawId\":\"d\",\"rulesHash\":\"" + GOLDEN_SEED + "\",\"seed\":\"" + GOLDEN_SEED
                + "\",\"entrants\":[" + entrant + "],\"perPlatform\":{\"room\":1},\"more\":[{}]}";

        assertThat(type(request, "draw", "pick")).isZero();
        assertThat(out.toString())
                .endsWith(",\"weight\":2,\"ranking\":[\"" + "ab".repeat(32) + "\"]}" + System.lineSeparator());
        assertThat(type(request.replace("ab", "AB"), "draw", "pick")).isEqualTo(1);
        assertThat(type(request.replace("\"tickets\":2", "\"tickets\":0"), "draw", "pick"))
                .isEqualTo(1);
        assertThat(type(request.replace(entrant, entrant + "," + entrant), "draw", "pick"))
                .isEqualTo(1);
        assertThat(type("{}", "draw", "pick")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "lyceum: entrants.tag must be 64 digits of lower-case hex.",
                        "lyceum: entrants.tickets is 0; it must be a whole number from 1 to 2147483647.",
                        "lyceum: an entrant's tag is there twice.",
                        "lyceum: drawId is missing.");
    }

    @Test
    void whatIsWrongWithAFileIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{}");

        assertThat(type("", "draw", "verify", file.toString())).isEqualTo(1);
        assertThat(type("", "draw", "lint", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("byte 0: {\"assurance\":\" should stand here", "title is missing.");
        assertThat(type("", "draw", "verify", folder.resolve("absent").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot be read; write the path of a file.");
    }

    @Test
    void ballotsAreCountedFromStandardInput() {
        assertThat(type("voter,rank1,rank2\na,X,Y\nb,Y\nc,X\n", "polls", "tabulate", "--method", "irv"))
                .isZero();
        assertThat(out.toString()).contains("\"quota\":2", "\"winners\":[\"X\"]");
    }

    @Test
    void aReceiptAndTheLogAreCheckedOffline() throws IOException {
        Path log = Files.writeString(folder.resolve("log.jsonl"), "{}\n");
        Path proof = Files.writeString(folder.resolve("in.json"), "{\"path\":[]}");

        assertThat(type("", "draw", "log", log.toString())).isEqualTo(1);
        assertThat(type("", "draw", "log", Files.writeString(log, "").toString()))
                .isZero();
        assertThat(type("", "draw", "receipt", proof.toString(), "I took part")).isEqualTo(1);
        assertThat(type("", "draw", "receipt", proof.toString(), "Tag: " + GOLDEN_SEED))
                .isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "line 1 does not follow from those before it.",
                        "ok 0 " + "0".repeat(64),
                        "there is no receipt in this text: it needs the account and the salt, or the tag.",
                        "byte 0: {\"assurance\":\" should stand here; a bundle is one line of canonical JSON with all its fields in"
                                + " order.");
    }
}
