package lyceum.program.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import lyceum.sqlite.Sqlite;

/**
 * The hub is killed at random moments while people talk on Discord and Telegram, also while it is down; afterwards the rooms are
 * counted. The sandbox is a process of its own and lives on.
 */
public final class Kills {
    private static final Duration STANDSTILL = Duration.ofMinutes(3);
    private static final int KILLS_BETWEEN_LINES = 5;
    private static final int UP_AT_LEAST_MILLIS = 200;
    private static final int UP_AT_MOST_MILLIS = 2_000;
    private static final int DOWN_AT_MOST_MILLIS = 500;
    private static final String FLAGGED = "select count(*) from hub_outbox where ambiguous = 1";

    private final Random random;
    private final Path folder;
    private final Consumer<String> out;
    private final int port = Program.freePorts();
    private final String sandboxUrl = "http://127.0.0.1:" + (port + 1);
    private final Crowd crowd = new Crowd(sandboxUrl);

    /**
     * @param folder an empty one, for the data and the logs
     * @param seed of the moments
     * @param out takes the books while the run goes on
     */
    public Kills(Path folder, long seed, Consumer<String> out) {
        this.folder = folder;
        this.out = out;
        this.random = new Random(seed);
    }

    /**
     * What was said, and what became of it on the other platform.
     *
     * @param flagged how many messages on Telegram, where nothing can be read back, the hub itself says may stand twice
     */
    public record Result(Copies fromDiscord, Copies fromTelegram, int flagged) {
        public int said() {
            return fromDiscord.said() + fromTelegram.said();
        }

        public int lost() {
            return fromDiscord.lost() + fromTelegram.lost();
        }

        public int inversions() {
            return fromDiscord.inversions() + fromTelegram.inversions();
        }
    }

    /**
     * The first kill comes at once, before the hub has heard a word; the others at random moments.
     *
     * @param kills how often the hub is killed
     * @param rate messages a second, half of them on each platform
     */
    public Result run(int kills, int rate) throws InterruptedException {
        List<String> alone = List.of("sandbox", "--port", String.valueOf(port), "--limits", "off");
        try (Program _ = Program.start(folder.resolve("sandbox.log"), alone)) {
            Talkers talkers = new Talkers(crowd, rate);
            Program hub = hub();
            for (int i = 0; i < kills; i++) {
                if (i > 0) {
                    pause(UP_AT_LEAST_MILLIS + random.nextInt(UP_AT_MOST_MILLIS - UP_AT_LEAST_MILLIS));
                }
                hub.kill();
                if (i == 0) {
                    talkers.start();
                }
                tell(i + 1, talkers);
                pause(random.nextInt(DOWN_AT_MOST_MILLIS));
                hub = hub();
            }
            talkers.stop();
            try (Program _ = hub) {
                return awaitCaughtUp(talkers);
            }
        }
    }

    private void tell(int kills, Talkers talkers) {
        if (kills % KILLS_BETWEEN_LINES == 0) {
            out.accept("kill " + kills + ", the hub is down: " + books(count(talkers)));
        }
    }

    private static String books(Result result) {
        return "discord " + result.fromDiscord() + "; telegram " + result.fromTelegram();
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

    /** As long as copies still arrive, they are waited for. */
    private Result awaitCaughtUp(Talkers talkers) {
        long progress = System.nanoTime();
        Result result = count(talkers);
        while (result.lost() > 0 && System.nanoTime() - progress < STANDSTILL.toNanos()) {
            pause(1_000);
            Result next = count(talkers);
            progress = next.lost() < result.lost() ? System.nanoTime() : progress;
            result = next;
        }
        out.accept("at the end: " + books(result));
        return result;
    }

    private Result count(Talkers talkers) {
        int saidOnDiscord = talkers.said("discord");
        int saidOnTelegram = talkers.said("telegram");
        return new Result(
                Copies.of(crowd.room("telegram"), "discord", saidOnDiscord),
                Copies.of(crowd.room("discord"), "telegram", saidOnTelegram),
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
