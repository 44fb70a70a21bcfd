package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import lyceum.sqlite.Sqlite;

/**
 * Reminders at their instant: ten thousand at one, and a hundred a second while a million wait, also after the clock was put forward
 * by an hour; and what a million that wait cost at the start and in memory.
 */
final class RemindersBench implements Bench {
    private static final int AT_ONCE = 10_000;
    private static final int WAITING = 1_000_000;
    private static final int PACED = 2_000;
    private static final Duration APART = Duration.ofMillis(10);
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final Duration CLAIMED_AHEAD = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public List<String> prints() {
        return List.of(
                "reminders.claimed",
                "reminders.handed.p50",
                "reminders.handed.last",
                "reminders.paced.late.p50",
                "reminders.paced.late.p99",
                "reminders.jumped.late.p99",
                "reminders.start.empty",
                "reminders.start.million",
                "reminders.memory.million");
    }

    @Override
    public void run(Figures out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lyceum-reminders-");
        atOnce(folder.resolve("warm-up.db"), new Quiet());
        atOnce(folder.resolve("at-once.db"), out::number);
        Path million = folder.resolve("million.db");
        try (Sqlite sqlite = Sqlite.open(million)) {
            Pending pending = new Pending(sqlite.writer());
            pending.people(AT_ONCE);
            pending.reminders(WAITING, Instant.now().plus(Duration.ofDays(30)), APART);
        }
        growth(folder.resolve("empty.db"), million, out);
        paced(million, out);
    }

    /** Takes a figure. */
    private interface Print {
        void number(String name, double value, String unit);
    }

    /** The first run warms up what later runs measure. */
    private static final class Quiet implements Print {
        @Override
        public void number(String name, double value, String unit) {}
    }

    private static void atOnce(Path file, Print out) {
        try (Sqlite sqlite = Sqlite.open(file)) {
            Pending pending = new Pending(sqlite.writer());
            pending.people(AT_ONCE);
            Instant due =
                    Instant.ofEpochMilli(Instant.now().plus(SOON.dividedBy(2)).toEpochMilli());
            pending.reminders(AT_ONCE, due, Duration.ZERO);
            try (ReminderHub hub = ReminderHub.start(sqlite)) {
                Instant claimed = claimed(sqlite, due);
                Map<Long, Instant> handed = hub.platform().handed(AT_ONCE, PATIENCE);
                long[] late = sorted(handed.values().stream().mapToLong(at -> micros(due, at)));
                out.number("reminders.claimed", micros(due.minus(CLAIMED_AHEAD), claimed) / 1e3, "ms");
                out.number("reminders.handed.p50", late[late.length / 2] / 1e3, "ms");
                out.number("reminders.handed.last", late[late.length - 1] / 1e3, "ms");
            }
        }
    }

    /** When none waited any more. */
    private static Instant claimed(Sqlite sqlite, Instant due) {
        return sqlite.readers().withHandle(db -> {
            while (Instant.now().isBefore(due.plus(PATIENCE))) {
                long waiting = db.createQuery(
                                "select count(*) from (select 1 from classes_reminder where state = 0 limit 1)")
                        .mapTo(Long.class)
                        .one();
                if (waiting == 0) {
                    return Instant.now();
                }
                LockSupport.parkNanos(2_000_000);
            }
            throw new IllegalStateException("the reminders were not claimed in time");
        });
    }

    private static void growth(Path empty, Path million, Figures out) {
        started(empty);
        double[] small = started(empty);
        double[] large = started(million);
        out.number("reminders.start.empty", small[0], "ms");
        out.number("reminders.start.million", large[0], "ms");
        out.number("reminders.memory.million", Math.max(0, large[1] - small[1]), "MB");
    }

    /** How long the database and the hub take to start, and the heap in use afterwards. */
    private static double[] started(Path file) {
        long start = System.nanoTime();
        try (Sqlite sqlite = Sqlite.open(file);
                ReminderHub hub = ReminderHub.start(sqlite)) {
            hub.hub().waiting().join();
            double millis = (System.nanoTime() - start) / 1e6;
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return new double[] {millis, (runtime.totalMemory() - runtime.freeMemory()) / 1e6};
        }
    }

    private static void paced(Path file, Figures out) {
        try (Sqlite sqlite = Sqlite.open(file)) {
            Pending pending = new Pending(sqlite.writer());
            long before = sqlite.writer()
                    .createQuery("select max(id) from classes_reminder")
                    .mapTo(Long.class)
                    .one();
            pending.after(before);
            Instant first = Instant.now().plus(SOON);
            Instant jumped = first.plus(Duration.ofHours(1))
                    .plus(APART.multipliedBy(PACED))
                    .plus(SOON);
            pending.reminders(PACED, first, APART);
            pending.reminders(PACED, jumped, APART);
            try (ReminderHub hub = ReminderHub.start(sqlite)) {
                long[] late = late(hub.platform().handed(PACED, PATIENCE), before, first);
                out.number("reminders.paced.late.p50", late[late.length / 2] / 1e3, "ms");
                out.number("reminders.paced.late.p99", late[late.length * 99 / 100] / 1e3, "ms");
                hub.jumps(Duration.ofHours(1));
                long[] after = late(hub.platform().handed(2 * PACED, PATIENCE), before + PACED, jumped);
                out.number("reminders.jumped.late.p99", after[after.length * 99 / 100] / 1e3, "ms");
            }
        }
    }

    private static long[] late(Map<Long, Instant> handed, long before, Instant first) {
        return sorted(handed.entrySet().stream()
                .filter(entry -> entry.getKey() > before && entry.getKey() <= before + PACED)
                .mapToLong(entry -> micros(planned(first, entry.getKey() - before - 1), entry.getValue())));
    }

    private static Instant planned(Instant first, long place) {
        return Instant.ofEpochMilli(first.plus(APART.multipliedBy(place)).toEpochMilli());
    }

    private static long micros(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1_000;
    }

    private static long[] sorted(LongStream figures) {
        long[] sorted = figures.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was handed over");
        }
        return sorted;
    }
}
