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
import lyceum.community.giveaways.draw.LogChain;
import lyceum.community.giveaways.draw.PickRequest;
import lyceum.community.giveaways.draw.Receipt;
import lyceum.community.giveaways.draw.RulesLint;
import lyceum.community.giveaways.draw.Verification;
import lyceum.kernel.document.Phrase;
import picocli.CommandLine.ParseResult;

/** {@code draw}: picks winners as a pure function, checks what was published of draws, and reads rules before they are published. */
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

    /** Prints how the person of a receipt took part in a draw, by its bundle or by the proof of their inclusion. */
    int receipt(ParseResult typed) throws IOException, Refusal {
        byte[] file = read(typed);
        try {
            out.println(wording.say(
                    Receipt.read(typed.matchedPositionalValue(1, "")).in(file)));
            return 0;
        } catch (Flaw flaw) {
            out.println(wording.say(flaw.phrase()));
            return 1;
        }
    }

    /** Prints {@code ok} with the number of lines of a public log and the hash of the newest, or the first line that does not follow. */
    int log(ParseResult typed) throws IOException, Refusal {
        LogChain.Checked checked = LogChain.check(
                new String(read(typed), StandardCharsets.UTF_8).lines().toList());
        Long bad = checked.bad();
        if (bad != null) {
            out.println(wording.say("draw-log.bad", bad.toString()));
            return 1;
        }
        out.println("ok " + checked.lines() + " " + checked.head());
        return 0;
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
