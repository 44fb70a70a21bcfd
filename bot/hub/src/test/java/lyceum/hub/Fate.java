package lyceum.hub;

import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * When a hub dies: at a point of a message's way, after so many have passed it. From then on nothing that is left of the hub reaches
 * the database or a platform, as if its process were gone.
 */
final class Fate implements SqlLogger {
    private @Nullable Point point;
    private final CompletableFuture<Void> death = new CompletableFuture<>();
    private int spared;
    private boolean hears;
    private boolean keeps;
    private boolean decides;

    private Fate(@Nullable Point point, int spared) {
        this.point = point;
        this.spared = spared;
    }

    /** @param spared how many pass the point unharmed */
    static Fate at(Point point, int spared) {
        return new Fate(point, spared);
    }

    static Fate peaceful() {
        return new Fate(null, 0);
    }

    /** From now on the hub dies when it comes to this point. */
    synchronized void arm(Point next) {
        point = next;
        spared = 0;
    }

    /** Completes when the hub is dead. */
    CompletableFuture<Void> death() {
        return death;
    }

    synchronized void pass(Point passed) {
        live();
        if (passed == point && spared-- == 0) {
            death.complete(null);
            throw new Death();
        }
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        live();
        String sql = context.getRawSql();
        if (sql.equals("begin")) {
            hears = false;
            keeps = false;
            decides = false;
        }
        hears |= sql.startsWith("insert into hub_journal");
        keeps |= sql.startsWith("update hub_outbox set state = :state");
        decides |= sql.startsWith("insert into hub_outbox");
        if (sql.equals("commit")) {
            pass(decides, Point.DECIDED);
            pass(hears, Point.HEARD);
            pass(keeps, Point.ANSWERED);
        }
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        if (context.getRawSql().equals("commit")) {
            pass(decides, Point.PLANNED);
            pass(hears, Point.COMMITTED);
            pass(keeps, Point.KEPT);
        }
    }

    private void pass(boolean there, Point passed) {
        if (there) {
            pass(passed);
        }
    }

    private void live() {
        if (death.isDone()) {
            throw new Death();
        }
    }

    /** The way of a message through the hub. */
    enum Point {
        /** Something is to leave the hub for what was heard or is due, and it is not committed. */
        DECIDED,
        /** The same, committed, and nothing has left yet. */
        PLANNED,
        /** Its turn is over, and not committed. */
        HEARD,
        /** Committed; nobody knows yet, neither the source nor the rooms' threads. */
        COMMITTED,
        /** The request is about to leave. */
        REQUESTED,
        /** The message stands, and the answer is lost. */
        STANDS,
        /** The receipt's turn is over, and not committed. */
        ANSWERED,
        /** The receipt is committed. */
        KEPT,
        /** The room is read back after an earlier death. */
        SETTLING
    }

    /** What a thread meets when its process is gone: an error, so that nothing catches it. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death() {
            super("the process is gone", null, false, false);
        }
    }
}
