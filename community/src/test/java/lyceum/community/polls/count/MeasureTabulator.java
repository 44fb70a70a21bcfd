package lyceum.community.polls.count;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lyceum.community.polls.count.Reproduction.Outcome;

/**
 * Measures counting on the test suite of RCTab: {@code main(folder test_data of a copy of https://github.com/BrightSpots/rcv)}. Records of
 * votes become our ballots by the rules of each contest, and each report is compared round by round: who stands, votes to four places,
 * who is elected and eliminated, the threshold, and what is exhausted. Prints a line a report: how it came out, in brackets the rules that
 * ours have not, whether they mattered or not, how many ties were drawn, and the first difference; then sums.
 */
final class MeasureTabulator {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int unnamed;

    private MeasureTabulator() {}

    public static void main(String[] arguments) throws IOException {
        MeasureTabulator measure = new MeasureTabulator();
        for (Contest contest : Contest.under(Path.of(arguments[0]))) {
            measure.count(contest);
        }
        measure.outcomes.forEach(
                (outcome, reports) -> System.out.printf(Locale.ROOT, "%d %s%n", reports, outcome.words()));
        System.out.printf(
                Locale.ROOT,
                "%d of the exact have somebody on no ballot, of whom a file of ballots says nothing%n",
                measure.unnamed);
    }

    private void count(Contest contest) throws IOException {
        Set<String> standing = new TreeSet<>(contest.standing());
        List<Vote> votes = List.of();
        for (int pass = 1; pass <= contest.passes(); pass++) {
            String suffix = contest.passes() > 1 ? "_" + pass : "";
            Path file = contest.expected(suffix);
            if (!Files.exists(file)) {
                continue;
            }
            String name = contest.name() + suffix;
            Expected expected = Expected.read(file);
            if (!contest.isOurs()) {
                print(name, contest.lacking(), Reproduction.without(Outcome.FOREIGN, ""));
            } else if (!contest.isThere()) {
                print(name, contest.lacking(), Reproduction.without(Outcome.UNREAD, ""));
            } else {
                votes = votes.isEmpty() ? VoteRecords.of(contest) : votes;
                print(name, contest.lacking(), Reproduction.of(contest, expected, votes, standing));
            }
            standing.remove(expected.winner());
        }
    }

    private void print(String name, String lacking, Reproduction reproduction) {
        outcomes.merge(reproduction.outcome(), 1, Integer::sum);
        boolean exact = reproduction.outcome() == Outcome.EXACT || reproduction.outcome() == Outcome.CHOSEN;
        unnamed += exact && reproduction.unnamed() > 0 ? 1 : 0;
        System.out.printf(
                Locale.ROOT,
                "%-9s %s%s%s%s%s%s%n",
                reproduction.outcome().name().toLowerCase(Locale.ROOT),
                name,
                lacking.isEmpty() ? "" : " [" + lacking + "]",
                reproduction.ties() > 0 ? ", ties " + reproduction.ties() : "",
                reproduction.seed().isEmpty() ? "" : ", tie seed " + reproduction.seed(),
                reproduction.unnamed() > 0 ? ", on no ballot " + reproduction.unnamed() : "",
                reproduction.difference().isEmpty() ? "" : ": " + reproduction.difference());
    }
}
