package lyceum.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what is committed from the log into the file, on a thread and a connection of its own, so that no commit waits for the
 * scattered writes of many others. Readers and the writer go on meanwhile.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long PAUSE_MILLIS = 250;
    private static final long WORTH_IT = 1 << 20;

    private final Path log;
    private final Handle db;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("checkpoints").unstarted(this::run);
    private long lastSeen;

    /** @param log the write-ahead log beside the file */
    Checkpoints(Path log, Handle db) {
        this.log = log;
        this.db = db;
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
            long changed = Files.exists(log) && Files.size(log) > WORTH_IT
                    ? Files.getLastModifiedTime(log).toMillis()
                    : lastSeen;
            if (changed != lastSeen) {
                lastSeen = changed;
                db.createQuery("pragma wal_checkpoint(passive)").mapToMap().one();
            }
        } catch (IOException | UncheckedIOException | JdbiException e) {
            LOG.warn("the log was not moved into the file, and is kept: {}", e.toString()); // a full disk, mostly
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        db.close();
    }
}
