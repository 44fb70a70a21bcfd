package lyceum.program;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program's entrance. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(CommandSpec.create().name("lyceum").mixinStandardHelpOptions(true)).execute(args));
    }
}
