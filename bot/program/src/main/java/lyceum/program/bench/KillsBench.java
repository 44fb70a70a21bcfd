package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Kills the hub again and again under load, and counts what is lost or doubled. */
final class KillsBench implements Bench {
    private static final int KILLS = 20;
    private static final int RATE = 50;
    private static final long SEED = 20_261_122;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public List<String> prints() {
        return List.of(
                "kills.kills",
                "kills.said",
                "kills.lost",
                "kills.inversions",
                "kills.doubled.discord",
                "kills.doubled.telegram",
                "kills.flagged",
                "kills.said.discord",
                "kills.lost.discord",
                "kills.said.telegram",
                "kills.lost.telegram");
    }

    @Override
    public void run(Figures out) throws IOException, InterruptedException {
        Kills.Result result =
                new Kills(Files.createTempDirectory("lyceum-kills-"), SEED, System.err::println).run(KILLS, RATE);
        out.count("kills.kills", KILLS);
        out.count("kills.said", result.said());
        out.count("kills.lost", result.lost());
        out.count("kills.inversions", result.inversions());
        out.count("kills.doubled.discord", result.fromTelegram().doubled());
        out.count("kills.doubled.telegram", result.fromDiscord().doubled());
        out.count("kills.flagged", result.flagged());
        out.count("kills.said.discord", result.fromDiscord().said());
        out.count("kills.lost.discord", result.fromDiscord().lost());
        out.count("kills.said.telegram", result.fromTelegram().said());
        out.count("kills.lost.telegram", result.fromTelegram().lost());
    }
}
