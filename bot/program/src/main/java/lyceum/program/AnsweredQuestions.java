package lyceum.program;

import java.time.Instant;
import java.util.List;
import lyceum.community.qna.Qna;
import lyceum.scheduler.classes.Answered;
import org.jdbi.v3.core.Handle;

/** What was asked and answered while a class was held, as the Q&A knows it. */
record AnsweredQuestions(Qna qna) implements Answered {
    @Override
    public List<Exchange> between(Handle read, Instant from, Instant to) {
        return qna.solved(read, from, to).stream()
                .map(solved -> new Exchange(solved.question(), solved.answer()))
                .toList();
    }
}
