package lyceum.community.polls.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lyceum.community.polls.count.Ballots.Ballot;
import lyceum.community.polls.count.Ballots.Mark;
import lyceum.community.polls.count.Tabulation.Round;

/** Counts ballots by a method. */
public final class Tabulator {
    private final Method method;
    private final int seats;
    private final byte[] seed;

    /**
     * @param seats how many are elected, at least 1; fewer where there are not so many options
     * @param seed for ties
     */
    public Tabulator(Method method, int seats, byte[] seed) {
        this.method = method;
        this.seats = seats;
        this.seed = seed.clone();
    }

    public Tabulation tabulate(Ballots ballots) {
        return tabulate(ballots, Ties.seeded(seed));
    }

    Tabulation tabulate(Ballots ballots, Ties ties) {
        if (ballots.options().isEmpty()) {
            return new Tabulation(null, List.of(), List.of());
        }
        return switch (method) {
            case PLURALITY, APPROVAL, SCORE -> once(ballots, ties);
            case IRV -> new Transfers(ballots, ties, 1, true).count();
            case STV -> new Transfers(ballots, ties, seats, seats == 1).count();
            case CONDORCET -> new RankedPairs(ballots, ties, seats).count();
        };
    }

    /** One round: the greatest sums win. */
    private Tabulation once(Ballots ballots, Ties ties) {
        long[] sums = new long[ballots.options().size()];
        long spoilt = 0;
        for (Ballot ballot : ballots.all()) {
            List<Mark> counted = counted(ballot);
            boolean marked = ballot.ranks().stream().anyMatch(rank -> !rank.isEmpty());
            spoilt += counted.isEmpty() && marked ? Ballots.ONE : 0;
            for (Mark mark : counted) {
                sums[mark.option()] += method == Method.SCORE ? mark.points() : Ballots.ONE;
            }
        }
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, sums.length).boxed().toList());
        List<String> winners = new ArrayList<>();
        while (winners.size() < seats && !left.isEmpty()) {
            long most = left.stream().mapToLong(option -> sums[option]).max().orElseThrow();
            Integer winner = ties.pick(
                    left.stream().filter(option -> sums[option] == most).toList(), ballots.options()::get);
            left.remove(/* element */ winner);
            winners.add(ballots.options().get(winner));
        }
        Map<String, Long> tally = new TreeMap<>();
        IntStream.range(0, sums.length)
                .forEach(option -> tally.put(ballots.options().get(option), sums[option]));
        Round round = new Round(tally, winners, List.of(), spoilt, 0, null, ties.taken());
        return new Tabulation(null, List.of(round), winners);
    }

    /** What counts of a ballot: each option once; for plurality the first choice, and nothing where it is not one. */
    private List<Mark> counted(Ballot ballot) {
        List<Mark> counted = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (List<Mark> rank : ballot.ranks()) {
            rank.stream().filter(mark -> seen.add(mark.option())).forEach(counted::add);
            if (method == Method.PLURALITY && !rank.isEmpty()) {
                return counted.size() == 1 ? counted : List.of();
            }
        }
        return counted;
    }
}
