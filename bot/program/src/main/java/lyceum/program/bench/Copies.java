package lyceum.program.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What became of the numbers that one place's talker said, in a room.
 *
 * @param said how many there are
 * @param missing numbers of which there is no copy
 * @param repeated numbers of which there are several copies
 * @param doubled copies too many: a message that was under way at two kills may stand three times
 * @param inversions first copies that stand before a smaller number of their stream: what is caught up with, and says its time,
 *     is one beside what is said now
 */
public record Copies(int said, SortedSet<Integer> missing, SortedSet<Integer> repeated, int doubled, int inversions) {
    private static final Pattern TIME = Pattern.compile("\\[[^\\]]*[0-9]{2}:[0-9]{2}\\]");

    /**
     * Counts what the hub brought into another room.
     *
     * @param said the numbers that were taken in {@code source}
     */
    static Copies of(List<Crowd.Line> room, String source, Set<Integer> said) {
        return of(room, source, said, Crowd.Line::bot);
    }

    /** Counts what people said in this room itself. */
    static Copies own(List<Crowd.Line> room, String source, Set<Integer> said) {
        return of(room, source, said, line -> !line.bot());
    }

    private static Copies of(List<Crowd.Line> room, String source, Set<Integer> said, Predicate<Crowd.Line> counts) {
        Set<Integer> seen = new HashSet<>();
        SortedSet<Integer> repeated = new TreeSet<>();
        int doubled = 0;
        int inversions = 0;
        Map<Boolean, Integer> highest = new HashMap<>();
        for (Crowd.Line line : room) {
            for (Told told : counts.test(line) ? told(line.text(), source) : List.<Told>of()) {
                int number = told.number();
                if (!seen.add(number)) {
                    repeated.add(number);
                    doubled++;
                } else if (number < highest.getOrDefault(told.late(), 0)) {
                    inversions++;
                }
                highest.merge(told.late(), number, Math::max);
            }
        }
        SortedSet<Integer> missing = new TreeSet<>(said);
        missing.removeAll(seen);
        return new Copies(said.size(), missing, repeated, doubled, inversions);
    }

    public int lost() {
        return missing.size();
    }

    @Override
    public String toString() {
        return "said " + said + ", not over there " + lost() + ", twice " + doubled + ", out of order " + inversions;
    }

    /** The numbers in a text, which copies may share: one at the end of each line. */
    static List<Integer> in(String text, String source) {
        return told(text, source).stream().map(Told::number).toList();
    }

    private static List<Told> told(String text, String source) {
        return Pattern.compile("^(.*)\\b" + source + " ([0-9]{1,9})$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(line -> new Told(
                        Integer.parseInt(line.group(2)),
                        TIME.matcher(line.group(1)).find()))
                .toList();
    }

    /** A number, and whether it says when it was said. */
    private record Told(int number, boolean late) {}
}
