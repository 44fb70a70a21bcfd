package lyceum.program;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The program's entrance. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        Wording wording = Wording.of(environment);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Map<String, Action> actions = new HashMap<>();
        actions.put("check", new Check(environment, wording, out));
        actions.put("setup", new SetupCommand(environment, wording, out));
        actions.put("test", _ -> {
            err.println("lyceum: " + wording.say("error.test"));
            return 2;
        });
        System.exit(new CommandLineTree(wording, actions, out, err).run(args));
    }
}
