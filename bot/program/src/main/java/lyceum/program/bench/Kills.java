package lyceum.program.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import lyceum.sqlite.Sqlite;

/**
 * The hub is killed at random moments while people talk on Discord and Telegram, also while it is down; afterwards the rooms are
 * counted. The sandbox is a process of its own and lives on.
 */
public final class Kills {
    private static final Duration CATCH_UP = Duration.ofMinutes(3);
    private static final int UP_AT_LEAST_MILLIS = 200;
    private static final int UP_AT_MOST_MILLIS = 2_000;
    private static final int DOWN_AT_MOST_MILLIS = 500;
    private static final String FLAGGED = "select count(*) from hub_outbox where ambiguous = 1";

    private final Random random;
    private final Path folder;
    private final int port = Program.freePorts();
    private final String sandboxUrl = "http://127.0.0.1:" + (port + 1);
    private final Crowd crowd = new Crowd(sandboxUrl);

    /**
     * @param folder an empty one, for the data and the logs
     * @param seed of the moments
     */
    public Kills(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /**
     * What was said, and what became of it on the other platform.
     *
     * @param doubledOnTelegram messages too many there, where nothing can be read back
     * @param flagged how many of those the hub itself says may stand twice
     */
    public record Result(
            int said, int lost, int inversions, int doubledOnDiscord, int doubledOnTelegram, int flagged) {}

    /**
     * @param kills how often the hub is killed
     * @param rate messages a second, half of them on each platform
     */
    public Result run(int kills, int rate) throws InterruptedException {
        List<String> alone = List.of("sandbox", "--port", String.valueOf(port), "--limits", "off");
        try (Program _ = Program.start(folder.resolve("sandbox.log"), alone)) {
            Talkers talkers = new Talkers(crowd, rate);
            Program hub = hub();
            talkers.start();
            for (int i = 0; i < kills; i++) {
                pause(UP_AT_LEAST_MILLIS + random.nextInt(UP_AT_MOST_MILLIS - UP_AT_LEAST_MILLIS));
                hub.kill();
                pause(random.nextInt(DOWN_AT_MOST_MILLIS));
                hub = hub();
            }
            talkers.stop();
            try (Program _ = hub) {
                return awaitCaughtUp(talkers);
            }
        }
    }

    private Program hub() {
        return Program.start(
                folder.resolve("hub.log"),
                List.of(
                        "demo",
                        "--sandbox",
                        sandboxUrl,
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.resolve("data").toString(),
                        "--no-story"));
    }

    private Result awaitCaughtUp(Talkers talkers) {
        long until = System.nanoTime() + CATCH_UP.toNanos();
        Result result = count(talkers);
        while (result.lost() > 0 && System.nanoTime() < until) {
            pause(1_000);
            result = count(talkers);
        }
        return result;
    }

    private Result count(Talkers talkers) {
        Copies onTelegram = Copies.of(crowd.room("telegram"), "discord", talkers.said("discord"));
        Copies onDiscord = Copies.of(crowd.room("discord"), "telegram", talkers.said("telegram"));
        return new Result(
                talkers.said("discord") + talkers.said("telegram"),
                onTelegram.lost() + onDiscord.lost(),
                onTelegram.inversions() + onDiscord.inversions(),
                onDiscord.doubled(),
                onTelegram.doubled(),
                flagged());
    }

    private int flagged() {
        return Sqlite.readers(folder.resolve("data/hub/lyceum.db"))
                .withHandle(db -> db.createQuery(FLAGGED).mapTo(Integer.class).one());
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
