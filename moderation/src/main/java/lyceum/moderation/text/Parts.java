package lyceum.moderation.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Han characters by the parts they are split into, for the characters that matter to one list. */
public final class Parts {
    private static final int PAIRS = 1 << 18;
    private static final int MOST_BETWEEN = 3;
    private static final String CLAUSE_ENDS = "，。！？；：、,.!?;:";
    private final Splits splits;
    private final Map<Character, List<Split>> byFirst = new HashMap<>();
    private final long[] pairs = new long[PAIRS / 64];

    /** A way to write a character: the parts after the first, in a row. */
    private record Split(String rest, char whole) {}

    /** Knows the splits of those characters that {@code wanted} accepts. */
    public Parts(Splits splits, IntPredicate wanted) {
        this.splits = splits;
        for (char whole = 0x3400; whole < 0xA000; whole++) {
            if (wanted.test(whole)) {
                for (String row : splits.of(whole)) {
                    add(row, whole);
                }
            }
        }
        byFirst.values()
                .forEach(list -> list.sort(Comparator.comparingInt((Split split) -> -split.rest.length())
                        .thenComparing(Split::rest)
                        .thenComparingInt(Split::whole)));
    }

    private void add(String row, char whole) {
        mark(row.charAt(0), row.charAt(1));
        byFirst.computeIfAbsent(row.charAt(0), key -> new ArrayList<>(4)).add(new Split(row.substring(1), whole));
    }

    private void mark(char first, char second) {
        int bit = bit(first, second);
        pairs[bit >>> 6] |= 1L << bit;
    }

    private static int bit(char first, char second) {
        return ((first * 0x9E3779B1 ^ second * 0x85EBCA6B) >>> 7) & PAIRS - 1;
    }

    /** Whether these may be the first two parts of one character. */
    public boolean follow(char first, char second) {
        int bit = bit(splits.part(first), splits.part(second));
        return (pairs[bit >>> 6] & 1L << bit) != 0;
    }

    /**
     * Writes the view with split characters put together again, in one of the ways in which parts may be read: the even ones take
     * parts as soon as they may be taken, the odd ones leave a part to the character after it where that is possible too.
     *
     * @param way from 0; where parts may be read in fewer ways, they are taken in turn
     * @return how many ways there are; 0 where nothing can be put together
     */
    public int join(View view, View joined, int way) {
        int ways = 0;
        joined.clear();
        int at = 0;
        while (at < view.size()) {
            List<Split> found = view.kind(at) == Kind.HAN ? at(view, at) : List.of();
            boolean later = (way & 1) != 0
                    && !found.isEmpty()
                    && at + 1 < view.size()
                    && !at(view, at + 1).isEmpty();
            ways = Math.max(ways, 2 * found.size());
            if (found.isEmpty() || later) {
                joined.addSame(view, at++);
                continue;
            }
            Split split = found.get((way >> 1) % found.size());
            int end = end(view, at, split.rest);
            joined.addChanged(split.whole, Kind.HAN, view.start(at), view.end(end - 1));
            at = end;
        }
        return ways;
    }

    private List<Split> at(View view, int at) {
        int next = next(view, at + 1);
        if (next >= view.size() || !follow(view.symbol(at), view.symbol(next))) {
            return List.of();
        }
        List<Split> found = new ArrayList<>(2);
        for (Split split : byFirst.getOrDefault(splits.part(view.symbol(at)), List.of())) {
            if (end(view, at, split.rest) > 0) {
                found.add(split);
            }
        }
        return found;
    }

    private static int next(View view, int from) {
        int at = from;
        while (at < view.size() && at - from < MOST_BETWEEN && mayPart(view, at)) {
            at++;
        }
        return at;
    }

    /** Whether what stands here may part a character; what ends a clause does not. */
    private static boolean mayPart(View view, int at) {
        return Kind.parts(view.kind(at)) && CLAUSE_ENDS.indexOf(view.symbol(at)) < 0;
    }

    /** The index after the last part, or -1 where they do not follow; spaces and marks may stand between. */
    private int end(View view, int first, String rest) {
        int at = first + 1;
        for (int index = 0; index < rest.length(); index++) {
            at = next(view, at);
            if (at >= view.size() || splits.part(view.symbol(at)) != rest.charAt(index)) {
                return -1;
            }
            at++;
        }
        return at;
    }
}
