package lyceum.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what is committed from the log into the file, on a thread and a connection of its own, so that no commit waits for the
 * scattered writes of many others. Readers and the writer go on meanwhile. From time to time the log is cut to nothing, as what was
 * deleted would stand in it until it is overwritten.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long PAUSE_MILLIS = 250;
    private static final long WORTH_IT = 1 << 20;
    private static final Duration CUT_EVERY = Duration.ofSeconds(20);

    private final Path log;
    private final Handle db;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("checkpoints").unstarted(this::run);
    private long lastSeen;
    private Instant lastCut = Instant.now();

    /** @param log the write-ahead log beside the file */
    Checkpoints(Path log, Handle db) {
        this.log = log;
        this.db = db;
        db.createQuery("pragma busy_timeout = 0").mapToMap().list(); // who waits here keeps the writer waiting
    }

    Checkpoints start() {
        thread.start();
        return this;
    }

    private void run() {
        try {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (Duration.between(lastCut, Instant.now()).compareTo(CUT_EVERY) >= 0 && cut()) {
                lastCut = Instant.now();
            }
            long changed = Files.exists(log) && Files.size(log) > WORTH_IT
                    ? Files.getLastModifiedTime(log).toMillis()
                    : lastSeen;
            if (changed != lastSeen) {
                lastSeen = changed;
                db.createQuery("pragma wal_checkpoint(passive)").mapToMap().one();
            }
        } catch (IOException | UncheckedIOException | JdbiException e) {
            kept(e);
        }
    }

    private static void kept(Exception e) {
        LOG.warn("the log was not moved into the file, and is kept: {}", e.toString()); // a full disk, mostly
    }

    /** Whether nothing stands in the log now; a reader or the writer may be in the way. */
    private boolean cut() throws IOException {
        return !Files.exists(log)
                || Files.size(log) == 0
                || db.createQuery("pragma wal_checkpoint(truncate)")
                        .map((row, _) -> row.getInt("busy") == 0)
                        .one();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
            cut(); // a reader that is left open would keep the log
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | JdbiException e) {
            kept(e);
        }
        db.close();
    }
}
