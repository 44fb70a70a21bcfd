package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Kills the hub again and again while people talk in four places, and counts what is lost or doubled. What is missing of Twitch
 * stands in {@code kills.lost.twitch} alone, and what of it no gap accounts for in {@code kills.unmarked}.
 */
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
        List<String> names = new ArrayList<>(List.of(
                "kills.kills",
                "kills.said",
                "kills.lost",
                "kills.inversions",
                "kills.flagged",
                "kills.gaps",
                "kills.unmarked"));
        for (String place : Talkers.PLACES) {
            names.add("kills.said." + place);
            names.add("kills.lost." + place);
            names.add("kills.doubled." + place);
        }
        return names;
    }

    @Override
    public void run(Figures out) throws IOException, InterruptedException {
        Kills.Result result =
                new Kills(Files.createTempDirectory("lyceum-kills-"), SEED, System.err::println).run(KILLS, RATE);
        out.count("kills.kills", KILLS);
        out.count("kills.said", result.all());
        out.count("kills.lost", result.lost());
        out.count("kills.inversions", result.inversions());
        out.count(
                "kills.flagged",
                result.flagged().values().stream().mapToInt(Integer::intValue).sum());
        out.count("kills.gaps", result.gaps());
        out.count("kills.unmarked", result.unmarked());
        for (String place : Talkers.PLACES) {
            out.count("kills.said." + place, result.said().getOrDefault(place, 0));
            out.count("kills.lost." + place, result.lost(place));
            out.count("kills.doubled." + place, result.doubled(place));
        }
    }
}
