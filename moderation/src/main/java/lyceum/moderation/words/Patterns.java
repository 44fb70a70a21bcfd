package lyceum.moderation.words;

import java.util.Arrays;

/** Patterns as classes of symbols, in order, one behind the other in memory. */
final class Patterns {
    private static final int FIRST = 5;
    private static final int BITS = 7;
    private static final int NUMBER = 28;
    private final byte[] classes;
    private final int[] starts;
    private final int[] terms;

    private Patterns(int size, int length) {
        classes = new byte[length];
        starts = new int[size + 1];
        terms = new int[size];
    }

    /** Puts them in order; for each pattern the number of the term it stands for goes with it. */
    static Patterns sorted(String[] patterns, int[] termOf) {
        int length = 0;
        for (String pattern : patterns) {
            length += pattern.length();
        }
        Patterns given = new Patterns(patterns.length, length);
        for (int index = 0; index < patterns.length; index++) {
            String pattern = patterns[index];
            int start = given.starts[index];
            for (int at = 0; at < pattern.length(); at++) {
                given.classes[start + at] = (byte) Automaton.classOf(pattern.charAt(at));
            }
            given.starts[index + 1] = start + pattern.length();
            given.terms[index] = termOf[index];
        }
        return given.inOrder();
    }

    /** Sorts numbers of the first classes with the pattern's own number behind them, which is quick, and then what is left equal. */
    private Patterns inOrder() {
        long[] keys = new long[size()];
        for (int index = 0; index < keys.length; index++) {
            keys[index] = first(index) << NUMBER | index;
        }
        Arrays.sort(keys);
        Patterns ordered = new Patterns(size(), classes.length);
        int from = 0;
        for (int at = 0; at < keys.length; at++) {
            boolean last = at + 1 == keys.length || keys[at + 1] >>> NUMBER != keys[at] >>> NUMBER;
            if (last) {
                settle(keys, from, at + 1);
                from = at + 1;
            }
        }
        for (int at = 0; at < keys.length; at++) {
            int index = index(keys[at]);
            System.arraycopy(classes, starts[index], ordered.classes, ordered.starts[at], length(index));
            ordered.starts[at + 1] = ordered.starts[at] + length(index);
            ordered.terms[at] = terms[index];
        }
        return ordered;
    }

    private void settle(long[] keys, int from, int to) {
        if (to - from > 1) {
            Long[] equal = new Long[to - from];
            Arrays.setAll(equal, at -> keys[from + at]);
            Arrays.sort(equal, (one, other) -> compare(index(one), index(other)));
            for (int at = from; at < to; at++) {
                keys[at] = equal[at - from];
            }
        }
    }

    private int compare(int one, int other) {
        return Arrays.compare(classes, starts[one], starts[one + 1], classes, starts[other], starts[other + 1]);
    }

    private static int index(long key) {
        return (int) (key & (1L << NUMBER) - 1);
    }

    private long first(int index) {
        long first = 0;
        for (int at = 0; at < FIRST; at++) {
            first = first << BITS | (at < length(index) ? at(index, at) + 1 : 0);
        }
        return first;
    }

    int size() {
        return terms.length;
    }

    /** How many classes all patterns have together. */
    int classes() {
        return classes.length;
    }

    int length(int index) {
        return starts[index + 1] - starts[index];
    }

    int at(int index, int depth) {
        return classes[starts[index] + depth];
    }

    int term(int index) {
        return terms[index];
    }
}
