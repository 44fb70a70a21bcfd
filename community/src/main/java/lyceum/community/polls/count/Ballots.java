package lyceum.community.polls.count;

import java.util.List;

/**
 * All ballots of a poll.
 *
 * @param options in ascending order of their bytes (NFC, UTF-8)
 */
public record Ballots(List<String> options, List<Ballot> all) {
    /** Points and votes are counted in this many parts of one. */
    public static final long ONE = 10_000;

    public Ballots {
        options = List.copyOf(options);
        all = List.copyOf(all);
    }

    /**
     * What one voter wants.
     *
     * @param ranks from the most wanted; several in one rank are wanted alike, and an empty rank was left out
     */
    public record Ballot(List<List<Mark>> ranks) {
        public Ballot {
            ranks = List.copyOf(ranks);
        }
    }

    /**
     * One option on a ballot.
     *
     * @param option its place among the options
     * @param points in parts of one; nothing but scores looks at them
     */
    public record Mark(int option, long points) {}
}
