package lyceum.community.polls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.community.polls.count.Ballots;
import lyceum.community.polls.count.Ballots.Ballot;
import lyceum.community.polls.count.Ballots.Mark;
import lyceum.community.polls.count.Method;
import lyceum.community.polls.count.Tabulation;
import lyceum.community.polls.count.Tabulator;

/**
 * A question and what can be chosen.
 *
 * @param options in the order in which they are shown, each once
 * @param made when it was asked
 * @param seed in hex, by which ties are broken; published with the result
 * @param closed whether nobody can vote any more
 */
record Poll(
        long id,
        String question,
        List<String> options,
        Terms terms,
        Instant made,
        Instant closes,
        String seed,
        boolean closed) {
    /** The most points that a ballot gives one option where points are given. */
    static final int MOST_POINTS = 5;

    Poll {
        options = List.copyOf(options);
    }

    Method method() {
        return terms.method();
    }

    boolean hidden() {
        return terms.hidden();
    }

    boolean quiz() {
        return terms.answer() != Terms.POLL;
    }

    /** Whether a ballot ranks its options. */
    boolean ranked() {
        return switch (method()) {
            case PLURALITY, APPROVAL, SCORE -> false;
            case IRV, STV, CONDORCET -> true;
        };
    }

    /** Whether a ballot gives points; an option stands on it once for each. */
    boolean scored() {
        return method() == Method.SCORE;
    }

    /** Whether a ballot may name several options. */
    boolean several() {
        return method() != Method.PLURALITY;
    }

    /** A ballot after an option was pressed: with it or one point more, or without it where it was there and may be taken back. */
    List<Integer> pressed(List<Integer> before, int place) {
        if (!several()) {
            return List.of(place);
        }
        boolean most = scored() ? points(before, place) >= MOST_POINTS : before.contains(place);
        return most
                ? before.stream().filter(each -> each != place).toList()
                : Stream.concat(before.stream(), Stream.of(place)).toList();
    }

    /** A ballot in words. */
    String said(List<Integer> ballot) {
        return ballot.stream()
                .distinct()
                .map(place -> scored() ? options.get(place) + " " + points(ballot, place) : options.get(place))
                .collect(Collectors.joining(ranked() ? " > " : ", "));
    }

    /** Who wins; nobody where nobody voted, or too few did. */
    List<String> winners(List<List<Integer>> ballots) {
        return ballots.isEmpty() || ballots.size() < terms.quorum()
                ? List.of()
                : result(ballots).winners();
    }

    /** How many ballots name each option; where ballots are ranked, in the first place. */
    long[] counts(List<List<Integer>> ballots) {
        long[] counts = new long[options.size()];
        for (List<Integer> ballot : ballots) {
            (ranked() ? ballot.subList(0, Math.min(1, ballot.size())) : ballot).forEach(place -> counts[place]++);
        }
        return counts;
    }

    /** Who wins, and how ties were broken. */
    Tabulation result(List<List<Integer>> ballots) {
        List<Integer> inBytes = IntStream.range(0, options.size())
                .boxed()
                .sorted(Comparator.comparing(place -> bytes(options.get(place)), Arrays::compareUnsigned))
                .toList();
        List<Ballot> all = ballots.stream()
                .map(ballot -> new Ballot(
                        method() == Method.APPROVAL || scored()
                                ? List.of(marks(ballot, inBytes))
                                : marks(ballot, inBytes).stream().map(List::of).toList()))
                .toList();
        List<String> names = inBytes.stream().map(options::get).toList();
        return new Tabulator(method(), terms.seats(), HexFormat.of().parseHex(seed)).tabulate(new Ballots(names, all));
    }

    private static List<Mark> marks(List<Integer> ballot, List<Integer> inBytes) {
        return ballot.stream()
                .distinct()
                .map(place -> new Mark(inBytes.indexOf(place), points(ballot, place) * Ballots.ONE))
                .toList();
    }

    private static int points(List<Integer> ballot, int place) {
        return (int) ballot.stream().filter(each -> each == place).count();
    }

    private static byte[] bytes(String option) {
        return Normalizer.normalize(option, Normalizer.Form.NFC).getBytes(UTF_8);
    }
}
