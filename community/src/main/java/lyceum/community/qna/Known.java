package lyceum.community.qna;

import java.util.List;
import lyceum.kernel.search.Search.Match;

/**
 * A question that was answered before, and why it was found.
 *
 * @param sure from 0 to 1, that it is about what was asked
 * @param why the words of it by UTF-16 offsets
 */
record Known(Question question, double sure, List<Match> why) {
    Known {
        why = List.copyOf(why);
    }
}
