package lyceum.program;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lyceum.config.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was typed wrongly and what to type instead; the status is 2. */
final class UsageError implements IParameterExceptionHandler {
    private final Wording wording;

    UsageError(Wording wording) {
        this.wording = wording;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("lyceum: " + reason(e));
        err.println(wording.say("error.see", "./" + command.getCommandSpec().qualifiedName() + " --help"));
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private String reason(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing ->
                wording.say("error.missing", labels(missing.getMissing()), example(missing.getMissing()));
            case OverwrittenOptionException twice -> wording.say("error.twice", label(twice.getOverwritten()));
            default -> value(e);
        };
    }

    private String unmatched(UnmatchedArgumentException e) {
        String word = e.getUnmatched().getFirst();
        CommandSpec command = e.getCommandLine().getCommandSpec();
        List<String> known = new ArrayList<>(command.optionsMap().keySet());
        command.subcommands().forEach((name, sub) -> {
            if (!sub.getCommandSpec().usageMessage().hidden()) {
                known.add(name);
            }
        });
        return Nearest.to(word, known)
                .map(near -> wording.say("error.unknown-near", word, near))
                .orElseGet(() -> wording.say("error.unknown", word));
    }

    private String value(ParameterException e) {
        ArgSpec spec = e.getArgSpec();
        String value = e.getValue();
        if (spec == null) {
            return wording.say("error.unknown", value == null ? "" : value);
        }
        if (value == null) {
            return wording.say("error.missing", label(spec), example(List.of(spec)));
        }
        return wording.say(
                "error.value",
                value,
                label(spec),
                wording.say("error.hint." + spec.type().getSimpleName().toLowerCase(Locale.ROOT)));
    }

    private static String labels(List<ArgSpec> missing) {
        return String.join(", ", missing.stream().map(UsageError::label).toList());
    }

    private static String label(ArgSpec spec) {
        return spec.isOption() ? ((CommandLine.Model.OptionSpec) spec).longestName() : spec.paramLabel();
    }

    private static String example(List<ArgSpec> missing) {
        return String.join(
                " ",
                missing.stream()
                        .map(one -> one.isOption() ? label(one) + " " + one.paramLabel() : one.paramLabel())
                        .toList());
    }
}
