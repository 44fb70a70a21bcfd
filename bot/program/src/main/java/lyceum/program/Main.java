package lyceum.program;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lyceum.config.Tongue;

/** The program's entrance. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Wording wording = Wording.of(System.getenv());
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Actions actions = new Actions(out, err, Tongue.of(wording.language().tag()));
        Map<String, Action> commands = Map.of("demo", actions::demo, "sandbox", actions::sandbox, "run", actions::run);
        System.exit(new CommandLineTree(wording, commands, out, err).run(args));
    }
}
