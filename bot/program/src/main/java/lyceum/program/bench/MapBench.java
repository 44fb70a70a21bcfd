package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The map of copies with ten million messages in it: what a look-up takes, and what a message costs on the disk. */
final class MapBench implements Bench {
    private static final int MESSAGES = 10_000_000;
    private static final int A_BATCH = 50_000;
    private static final int LOOK_UPS = 20_000;
    private static final long FIRST = 1_487_000_000_000_000_000L;

    @Override
    public String name() {
        return "map";
    }

    @Override
    public List<String> prints() {
        return List.of("map.messages", "map.filled", "map.bytes", "map.source.p99", "map.copies.p99");
    }

    @Override
    public void run(Figures out) throws IOException {
        Path file = Files.createTempDirectory("lyceum-map-").resolve("lyceum.db");
        try (Sqlite sqlite = Sqlite.open(file)) {
            long empty = Files.size(file);
            long start = System.nanoTime();
            fill(sqlite.writer());
            out.count("map.messages", MESSAGES);
            out.number("map.filled", (System.nanoTime() - start) / 1e9, "s");
            sqlite.writer().execute("pragma wal_checkpoint(truncate)");
            out.number("map.bytes", (Files.size(file) - empty) / (double) MESSAGES, "B/message");
            Handle db = sqlite.writer();
            out.number("map.source.p99", p99(db, "select source from bridge_copy where copy = ?", false), "ms");
            out.number(
                    "map.copies.p99",
                    p99(db, "select copy from bridge_copy where gone = 0 and source = ? order by room, part", true),
                    "ms");
        }
        Files.delete(file);
    }

    private static void fill(Handle db) {
        for (int done = 0; done < MESSAGES; done += A_BATCH) {
            db.execute("begin");
            PreparedBatch batch = db.prepareBatch(
                    "insert into bridge_copy (copy, source, room, part, gone, author, manner, said)"
                            + " values (?, ?, 'telegram:-1001234567890', 0, 0, 'discord:100000000000000077', null, null)");
            for (int i = done; i < done + A_BATCH; i++) {
                batch.add(copy(i), source(i));
            }
            batch.execute();
            db.execute("commit");
        }
    }

    private static double p99(Handle db, String query, boolean bySource) {
        Random chance = new Random(1);
        long[] took = new long[LOOK_UPS];
        for (int i = 0; i < LOOK_UPS; i++) {
            int message = chance.nextInt(MESSAGES);
            long start = System.nanoTime();
            db.createQuery(query)
                    .bind(0, bySource ? source(message) : copy(message))
                    .mapTo(String.class)
                    .one();
            took[i] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        return took[LOOK_UPS * 99 / 100] / 1e6;
    }

    private static String source(int message) {
        return "discord:1001/" + (FIRST + message * 4_194_304L);
    }

    private static String copy(int message) {
        return "telegram:-1001234567890/" + (message + 1);
    }
}
