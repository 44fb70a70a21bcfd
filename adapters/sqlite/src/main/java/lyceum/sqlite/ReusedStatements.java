package lyceum.sqlite;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/** Prepares each text of SQL once for one connection, and gives the same statement out again when it is free. For one thread. */
final class ReusedStatements implements StatementBuilder {
    private static final int MOST = 256;

    private final StatementBuilder plain;
    private final Map<String, PreparedStatement> free = new HashMap<>();
    /** By what each was prepared from: it is given back under the text in which parameters still have their names. */
    private final IdentityHashMap<Statement, String> texts = new IdentityHashMap<>();

    ReusedStatements() {
        this(new DefaultStatementBuilder());
    }

    /** @param plain prepares what is not known yet */
    ReusedStatements(StatementBuilder plain) {
        this.plain = plain;
    }

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return plain.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement known = free.remove(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement fresh = plain.create(connection, sql, context);
        texts.put(fresh, sql);
        return fresh;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return plain.createCall(connection, sql, context);
    }

    /** Its result set is closed by then: an open one would hold up the next commit. */
    @Override
    public void close(Connection connection, String named, Statement statement) throws SQLException {
        String sql = texts.get(statement);
        if (sql != null && free.size() < MOST && !free.containsKey(sql)) {
            PreparedStatement prepared = (PreparedStatement) statement;
            prepared.clearParameters();
            free.put(sql, prepared);
        } else {
            texts.remove(statement);
            plain.close(connection, named, statement);
        }
    }

    @Override
    public void close(Connection connection) {
        free.values().forEach(ReusedStatements::end);
        free.clear();
        texts.clear();
    }

    private static void end(Statement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a statement does not close", e);
        }
    }
}
