package lyceum.community.polls.count;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of counting, in parts of one vote ({@link Ballots#ONE}).
 *
 * @param quota the votes that elect: of the first round; null where the method has none
 * @param winners in the order in which they were elected
 */
public record Tabulation(@Nullable Long quota, List<Round> rounds, List<String> winners) {
    public Tabulation {
        rounds = List.copyOf(rounds);
        winners = List.copyOf(winners);
    }

    /**
     * One round.
     *
     * @param tally votes by option, for those who are not eliminated
     * @param exhausted votes of ballots that want nobody who is left; ballots that never wanted anybody are not among them
     * @param residual what rounding kept back from transfers so far
     * @param quota of this round, or null
     * @param ties how ties were broken
     */
    public record Round(
            Map<String, Long> tally,
            List<String> elected,
            List<String> eliminated,
            long exhausted,
            long residual,
            @Nullable Long quota,
            List<Tie> ties) {
        public Round {
            elected = List.copyOf(elected);
            eliminated = List.copyOf(eliminated);
            ties = List.copyOf(ties);
        }
    }

    /** A tie: who could have been picked, and who was. */
    public record Tie(List<String> among, String picked) {
        public Tie {
            among = List.copyOf(among);
        }
    }
}
