package lyceum.program;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import lyceum.config.Tongue;

/** The program's entrance. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        Wording wording = Wording.of(environment);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Actions actions = new Actions(out, err, Tongue.of(wording.language().tag()));
        Map<String, Action> commands = new HashMap<>(Map.of(
                "demo",
                actions::demo,
                "sandbox",
                actions::sandbox,
                "run",
                actions::run,
                "bench",
                actions::bench,
                "setup",
                new SetupCommand(environment, wording, out),
                "check",
                new Check(environment, wording, out),
                "warm-up",
                new WarmUp(),
                "test",
                _ -> refuseTest(err, wording)));
        commands.put("moderate", new ModerateCommand(environment, wording, err));
        commands.put("moderate train", new TrainCommand(wording, out, err));
        System.exit(new CommandLineTree(wording, commands, out, err).run(args));
    }

    /** The suite is the launcher's work: the jar has none. */
    private static int refuseTest(PrintWriter err, Wording wording) {
        err.println("lyceum: " + wording.say("error.test"));
        return 2;
    }
}
