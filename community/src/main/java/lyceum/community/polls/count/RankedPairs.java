package lyceum.community.polls.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lyceum.community.polls.count.Ballots.Ballot;
import lyceum.community.polls.count.Ballots.Mark;
import lyceum.community.polls.count.Tabulation.Round;

/** Condorcet's method with ranked pairs: every option meets every other, and the clearest results stand first. */
final class RankedPairs {
    private final Ballots ballots;
    private final Ties ties;
    private final int seats;
    private final int size;
    private final long[][] over;
    private final boolean[][] above;
    private final List<Round> rounds = new ArrayList<>();

    RankedPairs(Ballots ballots, Ties ties, int seats) {
        this.ballots = ballots;
        this.ties = ties;
        this.seats = seats;
        this.size = ballots.options().size();
        over = new long[size][size];
        above = new boolean[size][size];
    }

    /** A result between two: the winner's votes and the loser's. */
    private record Duel(int winner, int loser, long votes, long against) {
        boolean asClearAs(Duel other) {
            return votes == other.votes && against == other.against;
        }
    }

    /** One round for each duel, the clearest first; the last round names the winners. */
    Tabulation count() {
        ballots.all().forEach(this::meet);
        List<Duel> waiting = duels();
        while (!waiting.isEmpty()) {
            Duel next = clearest(waiting);
            waiting.remove(next);
            if (!above[next.loser()][next.winner()]) {
                lock(next);
            }
            rounds.add(round(Map.of(name(next.winner()), next.votes(), name(next.loser()), next.against())));
        }
        List<String> winners = winners();
        Map<String, Long> wins = new TreeMap<>();
        for (int option = 0; option < size; option++) {
            int one = option;
            long below =
                    IntStream.range(0, size).filter(other -> above[one][other]).count();
            wins.put(name(option), below * Ballots.ONE);
        }
        rounds.add(new Round(wins, winners, List.of(), 0, 0, null, ties.taken()));
        return new Tabulation(null, rounds, winners);
    }

    private Round round(Map<String, Long> tally) {
        long both = tally.values().stream().mapToLong(votes -> votes).sum();
        long marked = ballots.all().stream()
                .filter(ballot -> ballot.ranks().stream().anyMatch(rank -> !rank.isEmpty()))
                .count();
        return new Round(
                new TreeMap<>(tally), List.of(), List.of(), marked * Ballots.ONE - both, 0, null, ties.taken());
    }

    /** A ballot wants each option more than all that it ranks lower or not at all. */
    private void meet(Ballot ballot) {
        boolean[] seen = new boolean[size];
        for (List<Mark> rank : ballot.ranks()) {
            List<Integer> here = rank.stream()
                    .map(Mark::option)
                    .filter(option -> !seen[option])
                    .distinct()
                    .toList();
            here.forEach(option -> seen[option] = true);
            for (int option : here) {
                IntStream.range(0, size)
                        .filter(other -> !seen[other])
                        .forEach(other -> over[option][other] += Ballots.ONE);
            }
        }
    }

    private List<Duel> duels() {
        List<Duel> duels = new ArrayList<>();
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                if (over[one][other] > over[other][one]) {
                    duels.add(new Duel(one, other, over[one][other], over[other][one]));
                }
            }
        }
        duels.sort(Comparator.comparingLong(Duel::votes).reversed().thenComparingLong(Duel::against));
        return duels;
    }

    private Duel clearest(List<Duel> waiting) {
        Duel first = waiting.getFirst();
        return ties.pick(
                waiting.stream().takeWhile(first::asClearAs).toList(),
                duel -> name(duel.winner()) + " > " + name(duel.loser()));
    }

    /** Keeps for every option all that stand below it. */
    private void lock(Duel duel) {
        for (int high = 0; high < size; high++) {
            if (high == duel.winner() || above[high][duel.winner()]) {
                for (int low = 0; low < size; low++) {
                    above[high][low] |= low == duel.loser() || above[duel.loser()][low];
                }
            }
        }
    }

    private List<String> winners() {
        List<Integer> left = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        List<String> winners = new ArrayList<>();
        while (winners.size() < seats && !left.isEmpty()) {
            List<Integer> tops = left.stream()
                    .filter(option -> left.stream().noneMatch(other -> above[other][option]))
                    .toList();
            Integer top = ties.pick(tops, ballots.options()::get);
            left.remove(/* element */ top);
            winners.add(name(top));
        }
        return winners;
    }

    private String name(int option) {
        return ballots.options().get(option);
    }
}
