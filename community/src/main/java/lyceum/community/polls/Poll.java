package lyceum.community.polls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
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
 * @param hidden whether nobody sees counts before it closes
 * @param seed in hex, by which ties are broken; published with the result
 * @param closed whether nobody can vote any more
 */
record Poll(
        long id,
        String question,
        List<String> options,
        Method method,
        boolean hidden,
        Instant closes,
        String seed,
        boolean closed) {
    Poll {
        options = List.copyOf(options);
    }

    /** Whether a ballot ranks its options. */
    boolean ranked() {
        return method != Method.PLURALITY && method != Method.APPROVAL;
    }

    /** Whether a ballot may name several options. */
    boolean several() {
        return method != Method.PLURALITY;
    }

    /** A ballot after an option was pressed: with it, or without it where it was there and may be taken back. */
    List<Integer> pressed(List<Integer> before, int place) {
        if (!several()) {
            return List.of(place);
        }
        return before.contains(place)
                ? before.stream().filter(each -> each != place).toList()
                : Stream.concat(before.stream(), Stream.of(place)).toList();
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
                        method == Method.APPROVAL
                                ? List.of(marks(ballot, inBytes))
                                : marks(ballot, inBytes).stream().map(List::of).toList()))
                .toList();
        List<String> names = inBytes.stream().map(options::get).toList();
        return new Tabulator(method, 1, HexFormat.of().parseHex(seed)).tabulate(new Ballots(names, all));
    }

    private static List<Mark> marks(List<Integer> ballot, List<Integer> inBytes) {
        return ballot.stream().map(place -> new Mark(inBytes.indexOf(place), 0)).toList();
    }

    private static byte[] bytes(String option) {
        return Normalizer.normalize(option, Normalizer.Form.NFC).getBytes(UTF_8);
    }
}
