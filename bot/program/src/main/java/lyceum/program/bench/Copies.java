package lyceum.program.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What became of the numbers that one platform's talker said, on the other platform.
 *
 * @param said how many there are
 * @param lost numbers of which there is no copy
 * @param doubled copies too many
 * @param inversions first copies that stand before a smaller number
 */
public record Copies(int said, int lost, int doubled, int inversions) {
    /** @param said how many numbers were said on {@code source} */
    static Copies of(List<Crowd.Line> room, String source, int said) {
        Set<Integer> seen = new HashSet<>();
        int doubled = 0;
        int inversions = 0;
        int highest = 0;
        for (Crowd.Line line : room) {
            for (int number : line.bot() ? in(line.text(), source) : List.<Integer>of()) {
                if (!seen.add(number)) {
                    doubled++;
                } else if (number < highest) {
                    inversions++;
                }
                highest = Math.max(highest, number);
            }
        }
        return new Copies(said, said - seen.size(), doubled, inversions);
    }

    @Override
    public String toString() {
        return "said " + said + ", not over there " + lost + ", twice " + doubled + ", out of order " + inversions;
    }

    /** The numbers in a copy, which may be shared: one at the end of each line. */
    static List<Integer> in(String text, String source) {
        return Pattern.compile("\\b" + source + " ([0-9]+)$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(number -> Integer.valueOf(number.group(1)))
                .toList();
    }
}
