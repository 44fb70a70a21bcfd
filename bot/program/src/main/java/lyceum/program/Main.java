package lyceum.program;

import static java.util.Map.entry;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
        DrawCommand draw = new DrawCommand(wording, System.in, out, err);
        PollsCommand polls = new PollsCommand(wording, System.in, out, err);
        ClassesCommand classes = new ClassesCommand(wording, out, err);
        QnaCommand qna = new QnaCommand(wording, System.in, System.out);
        Map<String, Action> commands = Map.ofEntries(
                entry("demo", actions::demo),
                entry("sandbox", actions::sandbox),
                entry("run", actions::run),
                entry("bench", actions::bench),
                entry("room", new RoomCommand(out)),
                entry("setup", new SetupCommand(environment, wording, out)),
                entry("check", new Check(environment, wording, out)),
                entry("draw pick", draw::pick),
                entry("draw verify", draw::verify),
                entry("draw lint", draw::lint),
                entry("draw receipt", draw::receipt),
                entry("draw log", draw::log),
                entry("polls tabulate", polls::tabulate),
                entry("moderate", new ModerateCommand(environment, wording, err)),
                entry("moderate train", new TrainCommand(wording, out, err)),
                entry("classes occurrences", classes::occurrences),
                entry("classes verify", classes::verify),
                entry("qna questions", qna::questions),
                entry("qna links", qna::links),
                entry("qna index", qna::index),
                entry("qna search", qna::search),
                entry("qna export", qna::export),
                entry("reindex", qna::reindex),
                entry("access import", new AccessCommand(environment, wording, out, err)::take),
                entry("audit verify", new AuditCommand(wording, out, err)::verify),
                entry("warm-up", new WarmUp()),
                entry("driver", _ -> refuse("error.driver", err, wording)),
                entry("test", _ -> refuse("error.test", err, wording)));
        System.exit(new CommandLineTree(wording, commands, out, err).run(args));
    }

    private static Map.Entry<String, Action> entry(String command, Action action) {
        return Map.entry(command, action);
    }

    /** What only the launcher can do. */
    private static int refuse(String why, PrintWriter err, Wording wording) {
        err.println("lyceum: " + wording.say(why));
        return 2;
    }
}
