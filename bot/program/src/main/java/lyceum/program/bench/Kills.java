package lyceum.program.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lyceum.sqlite.Sqlite;

/**
 * The hub is killed at random moments while people talk in all four places, also while it is down; afterwards the rooms are
 * counted. The sandbox is a process of its own and lives on.
 */
public final class Kills {
    private static final Duration STANDSTILL = Duration.ofMinutes(3);
    /** How long the last life waits, on a slow machine, until everybody was heard in it. */
    private static final Duration LAST_WORDS = Duration.ofMinutes(2);

    private static final int KILLS_BETWEEN_LINES = 5;
    private static final int UP_AT_LEAST_MILLIS = 200;
    private static final int UP_AT_MOST_MILLIS = 5_000;
    private static final int DOWN_AT_MOST_MILLIS = 500;
    private static final String FLAGGED = "select count(*) from hub_outbox where ambiguous = 1 and lane like :lane";

    private static final String LIVE_ROOM = "select body ->> '$.who.name' as name, body ->> '$.text' as text,"
            + " coalesce(body ->> '$.who.hub', 0) as hub from room_line where room = 'class' and kind = 'said' order by seq";

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
     * What was said, and what became of it.
     *
     * @param said how much was said in each place and taken by it
     * @param ways from each place to each other
     * @param roomItself what stands in the live room of what was said there
     * @param flagged how many messages in each place, where nothing can be read back, the hub itself says may stand twice
     * @param gaps how many gaps of Twitch are marked in the place that has the fewest
     * @param unmarked how many that were said on Twitch are missing somewhere where no gap is marked
     */
    public record Result(
            Map<String, Integer> said,
            List<Way> ways,
            Copies roomItself,
            Map<String, Integer> flagged,
            int gaps,
            int unmarked) {

        /** How much was said everywhere. */
        public int all() {
            return said.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** How many that were said in a place are missing in another: Twitch keeps no history, so that some of it is expected. */
        public int lost(String from) {
            return ways.stream()
                    .filter(way -> way.from().equals(from))
                    .mapToInt(way -> way.copies().lost())
                    .sum();
        }

        /** What is missing and may not be: from Twitch, which keeps no history, only what no marked gap holds. */
        public int lost() {
            return lost("discord") + lost("telegram") + lost("room") + roomItself.lost() + unmarked;
        }

        public int inversions() {
            return ways.stream().mapToInt(way -> way.copies().inversions()).sum() + roomItself.inversions();
        }

        /** How many messages stand more than once in a place. */
        public int repeated(String to) {
            return ways.stream()
                    .filter(way -> way.to().equals(to))
                    .mapToInt(way -> way.copies().repeated().size())
                    .sum();
        }

        /** How many copies too many stand in a place. */
        public int doubled(String to) {
            int own = to.equals("room") ? roomItself.doubled() : 0;
            return own
                    + ways.stream()
                            .filter(way -> way.to().equals(to))
                            .mapToInt(way -> way.copies().doubled())
                            .sum();
        }
    }

    /** What became of what was said in one place, in another. */
    public record Way(String from, String to, Copies copies) {
        @Override
        public String toString() {
            return from + " to " + to + ": " + copies;
        }
    }

    /**
     * The first kill comes at once, before the hub has heard a word; the others at random moments.
     *
     * @param kills how often the hub is killed
     * @param rate messages a second over all places
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
            talkers.awaitWord(LAST_WORDS);
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
        return result.ways().stream().map(Way::toString).collect(Collectors.joining("; "))
                + "; in the live room itself: " + result.roomItself() + "; gaps marked " + result.gaps();
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
        return new Census(crowd, talkers).count(liveRoom(), flagged());
    }

    /**
     * The live room is the hub's own, and stands in its file. A viewer who was away for long, as while a slow machine starts hub after hub,
     * is told how many lines they missed and not what those were.
     */
    private List<Crowd.Line> liveRoom() {
        return Sqlite.readers(folder.resolve("data/hub/lyceum.db"))
                .withHandle(db -> db.createQuery(LIVE_ROOM)
                        .map((row, _) ->
                                new Crowd.Line(row.getString("name"), row.getString("text"), row.getBoolean("hub")))
                        .list());
    }

    private Map<String, Integer> flagged() {
        return Sqlite.readers(folder.resolve("data/hub/lyceum.db"))
                .withHandle(db -> Talkers.PLACES.stream()
                        .collect(Collectors.toMap(
                                place -> place,
                                place -> db.createQuery(FLAGGED)
                                        .bind("lane", place + ":%")
                                        .mapTo(Integer.class)
                                        .one())));
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
