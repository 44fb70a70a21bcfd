package lyceum.community.polls.count;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lyceum.community.polls.count.BallotReader.BadBallots;
import lyceum.community.polls.count.Ballots.Ballot;
import lyceum.community.polls.count.Ballots.Mark;

/**
 * How a report came out when its votes were counted by us.
 *
 * @param ties how many ties were drawn
 * @param seed with which ties are drawn so, or nothing where none was looked for or found
 * @param unnamed how many stand, but on no ballot
 * @param difference the first that there is, with the report's choice in ties; or nothing
 */
record Reproduction(Outcome outcome, int ties, String seed, int unnamed, String difference) {
    private static final int SEEDS = 10_000;

    /** From the best to none. */
    enum Outcome {
        EXACT("exact"),
        CHOSEN("exact with the report's choice in ties"),
        BETWEEN("each round of the report is among ours, which eliminate one at a time"),
        AFTER("so but for a first round in which undeclared write-ins go; ours was counted without them"),
        DIFFERENT("different"),
        FOREIGN("another way of electing"),
        UNREAD("records of votes are not there");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Reproduction without(Outcome outcome, String why) {
        return new Reproduction(outcome, 0, "", 0, why);
    }

    /** @param standing who stands in this pass, in the order of their bytes */
    static Reproduction of(Contest contest, Expected expected, List<Vote> votes, Set<String> standing)
            throws IOException {
        Tabulator tabulator = new Tabulator(method(contest), contest.seats(), new byte[32]);
        Ballots named = ballots(contest, votes, standing);
        Ballots ballots = with(standing, named);
        Tabulation drawn = tabulator.tabulate(ballots);
        Tabulation chosen = tabulator.tabulate(ballots, new Ties(expected::choice));
        String difference = expected.difference(chosen);
        Outcome outcome;
        if (expected.difference(drawn).isEmpty()) {
            outcome = Outcome.EXACT;
        } else if (difference.isEmpty()) {
            outcome = Outcome.CHOSEN;
        } else if (expected.isWithin(chosen)) {
            outcome = Outcome.BETWEEN;
        } else {
            Set<String> declared = new TreeSet<>(standing);
            declared.remove(Contest.WRITE_IN);
            Ballots rest = with(declared, ballots(contest, votes, declared));
            Tabulation after = tabulator.tabulate(rest, new Ties(expected::choice));
            outcome = expected.withoutWriteIns().isWithin(after) ? Outcome.AFTER : Outcome.DIFFERENT;
        }
        int ties = (outcome == Outcome.EXACT ? drawn : chosen)
                .rounds().stream().mapToInt(round -> round.ties().size()).sum();
        return new Reproduction(
                outcome,
                ties,
                outcome == Outcome.CHOSEN ? seed(contest, expected, ballots) : "",
                standing.size() - named.options().size(),
                outcome == Outcome.EXACT ? "" : difference);
    }

    /** The first seed of four bytes with which our own draw chooses as the report. */
    private static String seed(Contest contest, Expected expected, Ballots ballots) {
        for (int number = 0; number < SEEDS; number++) {
            byte[] seed = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
            Tabulator tabulator = new Tabulator(method(contest), contest.seats(), seed);
            if (expected.difference(tabulator.tabulate(ballots)).isEmpty()) {
                return HexFormat.of().formatHex(seed);
            }
        }
        return "";
    }

    private static Method method(Contest contest) {
        return contest.seats() == 1 ? Method.IRV : Method.STV;
    }

    /** Written as CSV and read again. */
    private static Ballots ballots(Contest contest, List<Vote> votes, Set<String> standing) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("voter", "rank1");
            int voter = 0;
            for (Vote vote : votes) {
                List<String> cells = new ArrayList<>(List.of("v" + ++voter));
                vote.ballot(contest, standing).forEach(rank -> cells.add(String.join("=", rank)));
                csv.writeRecord(cells);
            }
        }
        try {
            return new BallotReader(Method.IRV).read(new StringReader(text.toString()));
        } catch (BadBallots e) {
            throw new IOException(e);
        }
    }

    /** The same ballots, with options that are on none of them. */
    private static Ballots with(Set<String> standing, Ballots ballots) {
        List<String> options = List.copyOf(standing);
        List<Integer> places = ballots.options().stream().map(options::indexOf).toList();
        return new Ballots(
                options,
                ballots.all().stream()
                        .map(ballot -> new Ballot(ballot.ranks().stream()
                                .map(rank -> rank.stream()
                                        .map(mark -> new Mark(places.get(mark.option()), mark.points()))
                                        .toList())
                                .toList()))
                        .toList());
    }
}
