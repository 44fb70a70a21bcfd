package lyceum.program.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lyceum.community.giveaways.draw.Bundle;
import lyceum.community.giveaways.draw.BundleWriter;
import lyceum.community.giveaways.draw.CanonicalJson;
import lyceum.community.giveaways.draw.Draw;
import lyceum.community.giveaways.draw.EntrantList;
import lyceum.community.giveaways.draw.Entrants;
import lyceum.community.giveaways.draw.Verification;

/** A draw among a million entrants, the check of its whole bundle, and ten thousand people who enter at once. */
final class DrawsBench implements Bench {
    private static final int ENTRANTS = 1_000_000;
    private static final int PICKS = 100;
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "draws";
    }

    @Override
    public List<String> prints() {
        return List.of(
                "draws.entrants",
                "draws.bundle",
                "draws.drawn",
                "draws.ranked.all",
                "draws.verified",
                "draws.burst.people",
                "draws.burst.sent",
                "draws.burst.entered",
                "draws.burst.lost",
                "draws.burst.unanswered",
                "draws.burst.late",
                "draws.burst.worked",
                "draws.burst.discord.p50",
                "draws.burst.discord.p99",
                "draws.burst.discord.longest",
                "draws.burst.telegram.p50",
                "draws.burst.telegram.p99",
                "draws.burst.telegram.longest");
    }

    @Override
    public void run(Figures out) throws IOException, InterruptedException {
        million(out);
        EntryBurst.run(out);
    }

    private static void million(Figures out) throws IOException {
        Draw draw = draw();
        byte[] rules = CanonicalJson.of("{}");
        Bundle bundle = Bundle.of(draw, rules, null, PICKS);
        ByteArrayOutputStream written = new ByteArrayOutputStream(ENTRANTS * 100);
        new BundleWriter(written).write(bundle);
        byte[] bytes = written.toByteArray();
        out.count("draws.entrants", ENTRANTS);
        out.number("draws.bundle", bytes.length / 1e6, "MB");
        byte[] key = draw.key(bundle.claimed().frozen());
        out.number("draws.drawn", best(() -> draw.ranking(key, PICKS)), "s");
        out.number("draws.ranked.all", best(() -> draw.ranking(key, ENTRANTS)), "s");
        out.number("draws.verified", best(() -> check(Verification.of(bytes))), "s");
    }

    private static void check(Verification verification) {
        if (!verification.valid()) {
            throw new IllegalStateException("a good bundle is refused: " + verification.faults());
        }
    }

    private static Draw draw() {
        Random random = new Random(1);
        EntrantList list = new EntrantList();
        byte[] tag = new byte[32];
        for (int i = 0; i < ENTRANTS; i++) {
            random.nextBytes(tag);
            list.add(tag, 1 + random.nextInt(10));
        }
        Entrants entrants = list.sorted();
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return new Draw(
                "bench",
                Draw.rulesHash(CanonicalJson.of("{}")),
                seed,
                Draw.Round.none(),
                entrants,
                Map.of("discord", (long) ENTRANTS));
    }

    /** Seconds of the quickest run. */
    private static double best(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }
}
