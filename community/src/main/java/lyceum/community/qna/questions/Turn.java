package lyceum.community.qna.questions;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A turn of speech that speaks for or against a question.
 *
 * @param weight above zero for, below zero against; about 2 settles a short sentence
 */
record Turn(Pattern pattern, double weight) {
    static Turn of(double weight, String pattern) {
        return new Turn(Pattern.compile(pattern), weight);
    }

    static double sum(List<Turn> turns, String sentence) {
        double sum = 0;
        for (Turn turn : turns) {
            sum += turn.pattern.matcher(sentence).find() ? turn.weight : 0;
        }
        return sum;
    }
}
