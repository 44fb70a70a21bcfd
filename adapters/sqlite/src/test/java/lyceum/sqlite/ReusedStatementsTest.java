package lyceum.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/** A text of SQL is prepared once, however its parameters are written. */
class ReusedStatementsTest {
    private final List<String> prepared = new ArrayList<>();

    @Test
    void whatRunsAgainIsNotPreparedAgain() {
        try (Handle db = open()) {
            db.execute("create table word (text text primary key)");
            for (int i = 0; i < 3; i++) {
                db.execute("insert into word (text) values (?)", "by place " + i);
                db.createUpdate("insert into word (text) values (:text)")
                        .bind("text", "by name " + i)
                        .execute();
                db.prepareBatch("insert into word (text) values (:word)")
                        .bind("word", "in a batch " + i)
                        .add()
                        .execute();
                assertThat(db.createQuery("select count(*) from word where text <> :not and text <> :not")
                                .bind("not", "")
                                .mapTo(Integer.class)
                                .one())
                        .isEqualTo(3 * (i + 1));
            }
        }

        assertThat(prepared).doesNotHaveDuplicates();
    }

    @Test
    void twoAtOnceAreTwo() {
        try (Handle db = open()) {
            db.execute("create table word (text text primary key)");
            db.execute("insert into word (text) values ('outer')");
            List<String> inner = db.createQuery("select text from word where text like :like")
                    .bind("like", "%")
                    .map((row, _) -> db.createQuery("select text from word where text like :like")
                            .bind("like", row.getString(1) + "%")
                            .mapTo(String.class)
                            .one())
                    .list();

            assertThat(inner).containsExactly("outer");
        }
    }

    private Handle open() {
        return Jdbi.create("jdbc:sqlite::memory:")
                .setStatementBuilderFactory(_ -> new ReusedStatements(new Noting()))
                .open();
    }

    /** Writes down what it prepares. */
    private final class Noting extends DefaultStatementBuilder {
        @Override
        public PreparedStatement create(Connection connection, String sql, StatementContext context)
                throws SQLException {
            prepared.add(sql);
            return super.create(connection, sql, context);
        }
    }
}
