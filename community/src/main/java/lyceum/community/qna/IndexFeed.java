package lyceum.community.qna;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lyceum.kernel.search.Entry;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the index of questions is made of, read from the tables in the order in which it changed. */
public final class IndexFeed {
    private static final String BEFORE = "\"question:";
    private static final int ANSWERS = 3;

    private final QuestionTable questions = new QuestionTable();

    /**
     * A change of one entry.
     *
     * @param number grows from change to change; an entry that changes again has a new number only
     * @param entry what it is now; null where it is to be taken out
     */
    public record Change(long number, String id, @Nullable Entry entry) {}

    /** What changed after a change, or from the beginning after 0. */
    public List<Change> after(Handle read, long number, int most) {
        return questions.changed(read, number, most).stream()
                .map(IndexFeed::change)
                .toList();
    }

    /** The number of the last change; 0 where there is none. */
    public long newest(Handle read) {
        return questions.newest(read);
    }

    /** Whether an entry is one of these, by its id. */
    public static boolean owns(String id) {
        return id.startsWith(BEFORE);
    }

    /** The question of an entry; empty where it is no question of the tables. */
    static Optional<Long> question(String id) {
        return owns(id)
                ? Optional.of(Long.parseLong(id.substring(BEFORE.length(), id.length() - 1)))
                : Optional.empty();
    }

    private static Change change(Question question) {
        String id = BEFORE + question.id() + '"';
        String answers = question.likely().stream()
                .limit(ANSWERS)
                .map(answer -> answer.line().said())
                .collect(Collectors.joining("\n"));
        boolean kept = !answers.isEmpty()
                && (question.state() == Question.State.OPEN || question.state() == Question.State.SOLVED);
        return new Change(
                question.changed(), id, kept ? new Entry(id, question.line().text(), answers) : null);
    }
}
