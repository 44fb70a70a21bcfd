package lyceum.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import lyceum.community.giveaways.draw.Flaw;
import lyceum.community.giveaways.draw.PickRequest;
import lyceum.community.giveaways.draw.RulesLint;
import lyceum.community.giveaways.draw.Verification;
import lyceum.kernel.document.Phrase;
import picocli.CommandLine.ParseResult;

/** {@code draw}: picks winners as a pure function, checks published draws, and reads rules before they are published. */
final class DrawCommand {
    private final Wording wording;
    private final InputStream in;
    private final PrintWriter out;
    private final PrintWriter err;

    DrawCommand(Wording wording, InputStream in, PrintWriter out, PrintWriter err) {
        this.wording = wording;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    int pick(ParseResult typed) throws IOException {
        try {
            out.println(PickRequest.answer(in));
            return 0;
        } catch (Flaw flaw) {
            err.println("lyceum: " + wording.say(flaw.phrase()));
            return 1;
        }
    }

    /** Prints {@code valid} and the ranking, a tag a line; or everything that is wrong. */
    int verify(ParseResult typed) throws IOException, Refusal {
        Verification verification = Verification.of(read(typed));
        if (verification.valid()) {
            out.println("valid");
            verification.ranking().forEach(out::println);
            return 0;
        }
        return faults(verification.faults());
    }

    int lint(ParseResult typed) throws IOException, Refusal {
        List<Phrase> faults =
                new RulesLint(InstantSource.system().instant()).faults(new String(read(typed), StandardCharsets.UTF_8));
        if (faults.isEmpty()) {
            out.println("ok");
            return 0;
        }
        return faults(faults);
    }

    private int faults(List<Phrase> faults) {
        faults.forEach(fault -> out.println(wording.say(fault)));
        return 1;
    }

    private static byte[] read(ParseResult typed) throws IOException, Refusal {
        Path file = typed.matchedPositionalValue(0, Path.of(""));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("program.error.no-file", file.toString());
        }
        return Files.readAllBytes(file);
    }
}
