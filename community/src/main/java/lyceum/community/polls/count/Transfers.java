package lyceum.community.polls.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lyceum.community.polls.count.Ballots.Mark;
import lyceum.community.polls.count.Tabulation.Round;
import org.jspecify.annotations.Nullable;

/** Instant run-off and the single transferable vote: round by round somebody is elected or eliminated, and votes move on. */
final class Transfers {
    private static final long ONE = Ballots.ONE;

    private final Ballots ballots;
    private final Ties ties;
    private final int seats;
    private final boolean majority;
    private final List<Paper> papers = new ArrayList<>();
    private final Standing[] standing;
    private final long[] kept;
    private final List<Round> rounds = new ArrayList<>();
    private final List<String> winners = new ArrayList<>();
    private @Nullable Long quota;
    private long residual;

    /** @param majority whether half of the votes that still count is enough, instead of a quota fixed in the first round */
    Transfers(Ballots ballots, Ties ties, int seats, boolean majority) {
        this.ballots = ballots;
        this.ties = ties;
        this.seats = seats;
        this.majority = majority;
        int options = ballots.options().size();
        standing = new Standing[options];
        Arrays.fill(standing, Standing.HOPEFUL);
        kept = new long[options];
        ballots.all().stream()
                .filter(ballot -> ballot.ranks().stream().anyMatch(rank -> !rank.isEmpty()))
                .forEach(ballot -> papers.add(new Paper(ballot.ranks())));
    }

    /** What became of an option. */
    private enum Standing {
        HOPEFUL,
        ELECTED,
        ELIMINATED
    }

    Tabulation count() {
        boolean again;
        do {
            again = round();
        } while (again);
        return new Tabulation(rounds.getFirst().quota(), rounds, winners);
    }

    /** Counts one round; whether there is another. */
    private boolean round() {
        boolean full = winners.size() >= seats;
        if (!full) {
            papers.forEach(Paper::settle);
        }
        long exhausted = papers.stream()
                .filter(paper -> paper.holder < 0)
                .mapToLong(paper -> paper.value)
                .sum();
        long[] votes = votes();
        if (quota == null || majority) {
            quota = droop(votes);
        }
        List<Integer> elected = full ? List.of() : elected(votes);
        List<Integer> eliminated = full || !elected.isEmpty() ? List.of() : List.of(last(votes));
        Map<String, Long> tally = tally(votes);
        long keptBack = residual;
        elected.forEach(option -> elect(option, votes[option]));
        eliminated.forEach(option -> standing[option] = Standing.ELIMINATED);
        rounds.add(new Round(tally, names(elected), names(eliminated), exhausted, keptBack, quota, ties.taken()));
        return goesOn(elected);
    }

    /** After the last seat one more round shows where the surplus of its winners would be, unless everybody is in. */
    private boolean goesOn(List<Integer> elected) {
        if (winners.size() == ballots.options().size() && seats > winners.size()) {
            return false;
        }
        return winners.size() < seats || (seats > 1 && !elected.isEmpty());
    }

    private long[] votes() {
        long[] votes = kept.clone();
        for (Paper paper : papers) {
            if (paper.holder >= 0 && standing[paper.holder] == Standing.HOPEFUL) {
                votes[paper.holder] += paper.value;
            }
        }
        return votes;
    }

    private long droop(long[] votes) {
        long all = IntStream.range(0, votes.length)
                        .mapToLong(option -> votes[option])
                        .sum()
                / ONE;
        return (all / (seats + 1) + 1) * ONE;
    }

    /** Those who reach the quota, or all where there are seats for all; for one seat the lot decides between the last two. */
    private List<Integer> elected(long[] votes) {
        List<Integer> hopeful = hopeful();
        Comparator<Integer> mostVotes =
                Comparator.comparingLong((Integer option) -> votes[option]).reversed();
        boolean all = hopeful.size() <= seats - winners.size();
        long enough = quota == null ? Long.MAX_VALUE : quota;
        List<Integer> elected = hopeful.stream()
                .filter(option -> all || votes[option] >= enough)
                .sorted(mostVotes)
                .toList();
        return majority && elected.isEmpty() && hopeful.size() == 2
                ? List.of(ties.pick(hopeful, ballots.options()::get))
                : elected;
    }

    private Integer last(long[] votes) {
        long least = hopeful().stream().mapToLong(option -> votes[option]).min().orElseThrow();
        return ties.pick(
                hopeful().stream().filter(option -> votes[option] == least).toList(), ballots.options()::get);
    }

    /** The winner keeps the quota; of each of its papers the same part of its value moves on, rounded down to four places. */
    private void elect(int option, long votes) {
        long enough = quota == null ? votes : quota;
        long part = votes > enough ? (votes - enough) * ONE / votes : 0;
        long stays = 0;
        for (Paper paper : papers) {
            if (paper.holder == option) {
                long moves = paper.value * part / ONE;
                stays += paper.value - moves;
                paper.value = moves;
            }
        }
        kept[option] = Math.min(stays, enough);
        residual += stays - kept[option];
        standing[option] = Standing.ELECTED;
        winners.add(ballots.options().get(option));
    }

    private Map<String, Long> tally(long[] votes) {
        Map<String, Long> tally = new TreeMap<>();
        IntStream.range(0, votes.length)
                .filter(option -> standing[option] != Standing.ELIMINATED)
                .forEach(option -> tally.put(ballots.options().get(option), votes[option]));
        return tally;
    }

    private List<Integer> hopeful() {
        return IntStream.range(0, standing.length)
                .filter(option -> standing[option] == Standing.HOPEFUL)
                .boxed()
                .toList();
    }

    private List<String> names(List<Integer> options) {
        return options.stream().map(ballots.options()::get).toList();
    }

    /** One ballot on its way: who holds it, and what it is still worth. */
    private final class Paper {
        private final List<List<Mark>> ranks;
        private long value = ONE;
        private int holder = -1;
        private boolean spent;

        Paper(List<List<Mark>> ranks) {
            this.ranks = ranks;
        }

        /** Moves on to the next who can hold it, if it must. Of several in one rank it waits until one is left, and looks on. */
        void settle() {
            if (spent || (holder >= 0 && standing[holder] == Standing.HOPEFUL)) {
                return;
            }
            holder = -1;
            for (int rank = 0; holder < 0 && rank < ranks.size(); rank++) {
                holder = only(ranks.get(rank));
            }
            spent = holder < 0;
        }

        /** The one of a rank who can hold it, or -1 where there is none or more than one. */
        private int only(List<Mark> rank) {
            int only = -1;
            for (Mark mark : rank) {
                if (standing[mark.option()] == Standing.HOPEFUL && mark.option() != only) {
                    if (only >= 0) {
                        return -1;
                    }
                    only = mark.option();
                }
            }
            return only;
        }
    }
}
