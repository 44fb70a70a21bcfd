package lyceum.program.bench;

import java.nio.file.Path;
import java.util.function.Supplier;
import lyceum.program.FollowingIndex;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** A hub's tables full of questions that were answered. */
final class QuestionRows {
    private static final int AT_ONCE = 5_000;

    private QuestionRows() {}

    /**
     * Writes a new database.
     *
     * @param count of questions, each with one answer
     * @param words what somebody says
     */
    static void write(Path data, int count, Supplier<String> words) {
        try (Sqlite sqlite = Sqlite.open(data.resolve(FollowingIndex.DATABASE))) {
            for (int from = 1; from <= count; from += AT_ONCE) {
                write(sqlite.writer(), from, Math.min(count, from + AT_ONCE - 1), words);
            }
        }
    }

    private static void write(Handle db, int from, int to, Supplier<String> words) {
        db.execute("begin");
        PreparedBatch questions = db.prepareBatch(
                "insert into qna_question (id, talk, message, account, name, language,"
                        + " said, at, state, changed) values (?, 'class', ?, 'discord:1', 'ann', 'en', ?, 0, 'SOLVED', ?)");
        PreparedBatch answers =
                db.prepareBatch("insert into qna_answer (id, question, message, account, name, said, at,"
                        + " confidence, accepted) values (?, ?, ?, 'discord:2', 'bob', ?, 0, 0.8, 1)");
        for (int id = from; id <= to; id++) {
            questions.add(id, "discord:1/" + id, words.get(), id);
            answers.add(id, id, "discord:2/" + id, words.get());
        }
        questions.execute();
        answers.execute();
        db.execute("commit");
    }
}
