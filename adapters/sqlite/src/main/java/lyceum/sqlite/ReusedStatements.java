package lyceum.sqlite;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/** Prepares each text of SQL once for one connection, and gives the same statement out again when it is free. For one thread. */
final class ReusedStatements implements StatementBuilder {
    private static final int MOST = 256;

    private final StatementBuilder plain = new DefaultStatementBuilder();
    private final Map<String, PreparedStatement> free = new HashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return plain.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement known = free.remove(sql);
        return known == null ? plain.create(connection, sql, context) : known;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return plain.createCall(connection, sql, context);
    }

    /** Its result set is closed by then: an open one would hold up the next commit. */
    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (statement instanceof PreparedStatement prepared && free.size() < MOST && !free.containsKey(sql)) {
            prepared.clearParameters();
            free.put(sql, prepared);
        } else {
            plain.close(connection, sql, statement);
        }
    }

    @Override
    public void close(Connection connection) {
        free.values().forEach(ReusedStatements::end);
        free.clear();
    }

    private static void end(Statement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a statement does not close", e);
        }
    }
}
