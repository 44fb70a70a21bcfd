package lyceum.hub;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The one savepoint of a connection, in statements that stay prepared: every feature that writes opens and releases it. */
final class Savepoint {
    private final PreparedStatement open;
    private final PreparedStatement release;
    private final PreparedStatement rollback;

    /** @param db stays open as long as this is used; its end closes the statements */
    Savepoint(Handle db) {
        try {
            open = db.getConnection().prepareStatement("savepoint feature");
            release = db.getConnection().prepareStatement("release savepoint feature");
            rollback = db.getConnection().prepareStatement("rollback to savepoint feature");
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException("no savepoint", e, null);
        }
    }

    void open() {
        run(open);
    }

    /** What was written since it opened belongs to the transaction. */
    void release() {
        run(release);
    }

    /** What was written since it opened is gone. */
    void rollback() {
        run(rollback);
        run(release);
    }

    private static void run(PreparedStatement statement) {
        try {
            statement.execute();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException("the savepoint failed", e, null);
        }
    }
}
