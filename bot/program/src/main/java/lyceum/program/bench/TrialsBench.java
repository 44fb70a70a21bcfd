package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lyceum.program.simulation.Count;
import lyceum.program.simulation.Simulations;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;

/**
 * Four joined rooms in a time that is not the world's: a million messages with changes under way, ten times more than the platforms
 * let through, and a day's backlog beside live talk.
 */
final class TrialsBench implements Bench {
    private static final int TALK = 1_000_000;
    private static final int BACKLOG = 100_000;
    private static final int WIRE_EACH = 5_000;
    private static final int WIRE_RATE = 250;
    private static final long SEED = 4;

    @Override
    public String name() {
        return "trials";
    }

    @Override
    public List<String> prints() {
        return List.of(
                "trials.overload.said",
                "trials.overload.copies",
                "trials.overload.merged",
                "trials.overload.skipped",
                "trials.overload.lost",
                "trials.overload.429",
                "trials.overload.drained",
                "trials.backlog.copies",
                "trials.backlog.lost",
                "trials.backlog.doubled",
                "trials.backlog.inversions",
                "trials.backlog.drained",
                "trials.backlog.live.p99",
                "trials.wire.copies",
                "trials.wire.lost",
                "trials.wire.doubled",
                "trials.wire.inversions",
                "trials.talk.copies",
                "trials.talk.lost",
                "trials.talk.doubled",
                "trials.talk.inversions");
    }

    @Override
    public void run(Figures out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lyceum-trials-");
        Simulations.Overloaded overload = Simulations.overload(folder.resolve("overload.db"));
        out.count("trials.overload.said", overload.said());
        out.count("trials.overload.copies", overload.count().copies());
        out.count("trials.overload.merged", overload.count().shared());
        out.count("trials.overload.skipped", overload.skipped());
        out.count("trials.overload.lost", overload.count().lost());
        out.count("trials.overload.429", overload.count().refusals());
        out.number("trials.overload.drained", (double) overload.drained().toSeconds(), "s");
        Simulations.Backlog backlog = Simulations.backlog(folder.resolve("backlog.db"), BACKLOG);
        counts("trials.backlog", backlog.count(), out);
        out.number("trials.backlog.drained", backlog.millis() / 1e3, "s");
        out.number("trials.backlog.live.p99", backlog.late(), "ms");
        counts("trials.wire", overTheWire(Files.createDirectory(folder.resolve("wire"))), out);
        counts("trials.talk", Simulations.talk(folder.resolve("talk.db"), TALK), out);
    }

    /** The hub is a process of its own, and all that is said, changed and taken back goes over the platforms' own protocols. */
    private static Count overTheWire(Path folder) throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
                Program _ = Places.FOUR.hub(folder, Program.options(), sandbox.url())) {
            return new Changers(new Crowd(sandbox.url()), WIRE_EACH, SEED).run(WIRE_RATE);
        }
    }

    private static void counts(String of, Count count, Figures out) {
        out.count(of + ".copies", count.copies());
        out.count(of + ".lost", count.lost());
        out.count(of + ".doubled", count.doubled());
        out.count(of + ".inversions", count.inversions());
    }
}
