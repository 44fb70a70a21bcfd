package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lyceum.program.simulation.Count;
import lyceum.program.simulation.Simulations;

/**
 * Four joined rooms in a time that is not the world's: a million messages with changes under way, ten times more than the platforms
 * let through, and a day's backlog beside live talk.
 */
final class TrialsBench implements Bench {
    private static final int TALK = 1_000_000;
    private static final int BACKLOG = 100_000;

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
        out.number("trials.overload.drained", overload.drained().toSeconds(), "s");
        Simulations.Backlog backlog = Simulations.backlog(folder.resolve("backlog.db"), BACKLOG);
        counts("trials.backlog", backlog.count(), out);
        out.number("trials.backlog.drained", backlog.millis() / 1e3, "s");
        out.number("trials.backlog.live.p99", backlog.late(), "ms");
        counts("trials.talk", Simulations.talk(folder.resolve("talk.db"), TALK), out);
    }

    private static void counts(String of, Count count, Figures out) {
        out.count(of + ".copies", count.copies());
        out.count(of + ".lost", count.lost());
        out.count(of + ".doubled", count.doubled());
        out.count(of + ".inversions", count.inversions());
    }
}
