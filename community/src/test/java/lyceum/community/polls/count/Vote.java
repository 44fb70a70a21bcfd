package lyceum.community.polls.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What one record of a cast vote says: who stands at which rank, by the names the record uses. */
final class Vote {
    /** A rank that says only that too many were marked. */
    static final String OVERVOTE = "overvote";

    private final TreeMap<Integer, List<String>> ranks = new TreeMap<>();

    void mark(int rank, String written) {
        ranks.computeIfAbsent(rank, at -> new ArrayList<>()).add(written);
    }

    /**
     * The ballot as one of ours: cut where the contest's rules end it, without ranks that they pass over. A ballot that was marked and
     * counts for nobody names two alike, as an overvote does; where only one stands it is empty.
     *
     * @param standing who can be wanted
     */
    List<List<String>> ballot(Contest contest, Set<String> standing) {
        List<List<String>> ballot = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int last = 0;
        for (int rank : ranks.keySet()) {
            List<String> here = names(contest, rank);
            boolean repeats = contest.rule("exhaustOnDuplicateCandidate").equals("true")
                    && !here.stream().filter(name -> !seen.add(name)).toList().isEmpty();
            boolean over = here.size() > 1 || here.contains(OVERVOTE);
            String rule = contest.rule("overvoteRule");
            if (rank - last - 1L > contest.limit("maxSkippedRanksAllowed")
                    || repeats
                    || (over && "exhaustImmediately".equals(rule))) {
                break;
            }
            last = rank;
            List<String> open =
                    here.stream().filter(standing::contains).distinct().toList();
            if (open.size() > 1 && ballot.isEmpty() && "exhaustIfMultipleContinuing".equals(rule)) {
                break;
            }
            if (!open.isEmpty() && !(over && "alwaysSkipToNextRank".equals(rule))) {
                ballot.add(open);
            }
        }
        return ballot.isEmpty() && !ranks.isEmpty() && standing.size() > 1
                ? List.of(standing.stream().limit(2).toList())
                : ballot;
    }

    private List<String> names(Contest contest, int rank) {
        return ranks.getOrDefault(rank, List.of()).stream()
                .map(written -> written.equals(OVERVOTE) ? written : contest.named(written))
                .toList();
    }
}
