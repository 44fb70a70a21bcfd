package lyceum.community.qna;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wanted to know.
 *
 * @param line of which the message is null where it was asked by a command
 * @param answers the best first
 * @param changed the number of its last change, over all questions
 */
record Question(long id, String talk, Said line, Language language, State state, List<Answer> answers, long changed) {
    /** From here on an answer is shown to those who look for one. */
    static final double LIKELY = 0.5;
    /** From here on an answer is offered to those who did not ask for it. */
    static final double SURE = 0.75;

    static final Comparator<Answer> BEST = Comparator.comparingInt(Answer::accepted)
            .thenComparingDouble(Answer::confidence)
            .reversed()
            .thenComparing(
                    Comparator.comparingLong((Answer answer) -> answer.line().at())
                            .reversed());

    Question {
        answers = answers.stream().sorted(BEST).toList();
    }

    /** As {@link Line}, of what may stand in no room. */
    record Said(@Nullable String message, Line.Who who, String text, long at) {}

    /** How far it is. */
    enum State {
        OPEN,
        SOLVED,
        /** It needs no answer. */
        CLOSED,
        /** It was taken back, and says nothing any more. */
        GONE
    }

    /**
     * What somebody said about it.
     *
     * @param confidence that it answers the question, from 0 to 1
     * @param accepted how many said that it solved theirs
     */
    record Answer(long id, long question, Line line, double confidence, int accepted) {
        boolean isLikely() {
            return accepted > 0 || confidence >= LIKELY;
        }

        boolean isSure() {
            return accepted > 0 || confidence >= SURE;
        }
    }

    /** Whether it may be shown: it has a likely answer, and is about nothing that is left to people. */
    boolean isShown(Set<Topic> careful) {
        boolean stands = state == State.OPEN || state == State.SOLVED;
        return stands && !likely().isEmpty() && Topic.of(line.text(), careful).isEmpty();
    }

    /** Those that are worth showing, the best first. */
    List<Answer> likely() {
        return answers.stream().filter(Answer::isLikely).toList();
    }
}
