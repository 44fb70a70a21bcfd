package lyceum.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * An open SQLite file, migrated to this release: write-ahead log, synchronous in full, so that what is committed survives the loss of
 * power. One connection writes; others read beside it and see what is committed.
 */
public final class Sqlite implements AutoCloseable {
    private static final int BUSY_MILLIS = 5_000;
    /** What the connection that writes keeps of the file at most: it looks up everybody who speaks. */
    private static final int CACHE_KIB = 16_384;

    private static final int READERS_CACHE_KIB = 4_096;

    /** Pages in the log at which a commit moves them itself: some 32 MiB, far more than {@link Checkpoints} leaves. */
    private static final int LOG_PAGES = 8_192;

    private final String url;
    private final Handle writer;
    private final Checkpoints checkpoints;

    private Sqlite(Path file) {
        url = url(file);
        writer = Jdbi.create(() -> connect(url, false))
                .setStatementBuilderFactory(_ -> new ReusedStatements())
                .open();
        writer.createQuery("pragma wal_autocheckpoint = " + LOG_PAGES)
                .mapTo(Integer.class)
                .one(); // it answers, and an answer that is not read to its end is a statement in progress
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        checkpoints =
                new Checkpoints(log, Jdbi.create(() -> connect(url, false)).open()).start();
    }

    /**
     * Opens or creates the file; its folder must exist.
     *
     * @throws NewerDatabase if a newer Lyceum has written it
     */
    public static Sqlite open(Path file) {
        Migrations.migrate(url(file), properties(false));
        return new Sqlite(file);
    }

    /** The connection that writes: for one thread. */
    public Handle writer() {
        return writer;
    }

    /** A source of connections that only read. */
    public Jdbi readers() {
        return readers(url);
    }

    /** The same for a file that another process may have open. */
    public static Jdbi readers(Path file) {
        return readers(url(file));
    }

    /** Whether an error, or one of its causes, says that the disk is full or cannot be written now. */
    public static boolean outOfRoom(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                SQLiteErrorCode code = sqlite.getResultCode();
                if (code == SQLiteErrorCode.SQLITE_FULL
                        || code == SQLiteErrorCode.SQLITE_IOERR_WRITE
                        || code == SQLiteErrorCode.SQLITE_IOERR_FSYNC) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        checkpoints.close();
        writer.close();
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    private static Jdbi readers(String url) {
        return Jdbi.create(() -> connect(url, true));
    }

    private static Connection connect(String url, boolean readOnly) throws SQLException {
        return DriverManager.getConnection(url, properties(readOnly));
    }

    private static Properties properties(boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(readOnly ? -READERS_CACHE_KIB : -CACHE_KIB);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // what is forgotten is not left in free pages
        config.setGetGeneratedKeys(false); // nobody asks for them, and they are a query after each insert
        return config.toProperties();
    }
}
