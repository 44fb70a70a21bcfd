package lyceum.community.qna;

import java.util.List;
import lyceum.kernel.feature.Score;
import lyceum.kernel.search.Search.Hit;

/**
 * What is known of a line or a command before its turn.
 *
 * @param question how surely somebody asks something, from 0 to 1
 * @param hits what was said before about it, the best first; for a line only what is surely about it
 */
public record Asks(double question, List<Hit> hits) implements Score {
    public Asks {
        hits = List.copyOf(hits);
    }
}
