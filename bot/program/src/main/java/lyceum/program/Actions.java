package lyceum.program;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import lyceum.config.Settings;
import lyceum.config.SettingsRefused;
import lyceum.config.Tongue;
import lyceum.program.CommandLineTree.Port;
import lyceum.program.bench.Bench;
import lyceum.program.bench.Claims;
import lyceum.program.bench.Figures;
import lyceum.program.settings.HubSettings;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.demo.Direction;
import lyceum.sandbox.world.Limits;
import lyceum.telegram.TelegramSettings.Pace;
import picocli.CommandLine.ParseResult;

/** The commands that keep a process at work: {@code demo}, {@code sandbox} and {@code run}. */
final class Actions {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Tongue tongue;

    Actions(PrintWriter out, PrintWriter err, Tongue tongue) {
        this.out = out;
        this.err = err;
        this.tongue = tongue;
    }

    int demo(ParseResult typed) throws Exception {
        URI sandbox = typed.matchedOptionValue("--sandbox", null);
        Demo.Options options = options(typed);
        if (sandbox == null) {
            try {
                Running.untilStopped(new WholeDemo(options, out));
            } catch (HubProcess.Ended e) {
                return e.status();
            }
        } else {
            HubProcess.endWithParent();
            try {
                Running.untilStopped(new Demo(options, sandbox.toString().replaceAll("/+$", ""), out));
            } catch (SettingsRefused e) {
                err.println(e.lines(tongue));
                return 2;
            }
        }
        return 0;
    }

    private static Demo.Options options(ParseResult typed) {
        return new Demo.Options(
                port(typed),
                typed.matchedOptionValue("--data", null),
                limits(typed),
                !typed.hasMatchedOption("--no-story"),
                typed.matchedOptionValue("--config", null));
    }

    int sandbox(ParseResult typed) throws Exception {
        Demo.Options options = options(typed);
        Sandbox sandbox = WholeDemo.sandbox(options, options.data(), Direction.QUIET);
        out.println("ready sandbox=" + sandbox.url() + " irc=" + sandbox.irc());
        Running.untilStopped(sandbox);
        return 0;
    }

    int run(ParseResult typed) throws Exception {
        Path file = typed.matchedOptionValue("--config", Path.of("lyceum.yaml"));
        HubSettings settings;
        try {
            settings = Settings.read(file, HubSettings.class, System.getenv());
        } catch (SettingsRefused e) {
            err.println(e.lines(tongue));
            return 2;
        }
        Path beside = file.toAbsolutePath().resolveSibling("data");
        Path data = typed.matchedOptionValue("--data", settings.data().orElse(beside));
        try (DataFolder folder = DataFolder.take(data)) {
            Cell cell = Cell.start(settings, new Cell.Surroundings(folder, InstantSource.system(), Pace.DOCUMENTED));
            out.println("ready console=" + cell.console());
            out.println("sign-in " + cell.invitation());
            Running.untilStopped(cell);
        }
        return 0;
    }

    int bench(ParseResult typed) throws Exception {
        String name = typed.matchedPositionalValue(0, "");
        Optional<Path> clean = Optional.ofNullable(typed.matchedOptionValue("--clean", null));
        if (clean.isPresent() && !Files.isReadable(clean.get())) {
            throw new Refusal("unreadable", clean.get().toString());
        }
        for (Bench bench : Bench.all(clean)) {
            if (bench.name().equals(name)) {
                bench.run(new Figures(out, Claims.read()));
                return 0;
            }
        }
        for (Bench bench : Bench.all()) {
            out.println(bench.name() + ": " + String.join(" ", Claims.read().with(bench.prints())));
        }
        return name.isEmpty() ? 0 : 2;
    }

    private static int port(ParseResult typed) {
        return typed.matchedOptionValue("--port", Port.DEFAULT).number();
    }

    private static Limits limits(ParseResult typed) {
        CommandLineTree.Limits limits = typed.matchedOptionValue("--limits", CommandLineTree.Limits.DOCUMENTED);
        return Limits.valueOf(limits.name());
    }
}
