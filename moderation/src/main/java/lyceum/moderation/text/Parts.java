package lyceum.moderation.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Han characters by the parts they are split into, for the characters that matter to one list. */
public final class Parts {
    /** A way to write a character: the parts after the first, in a row. */
    private record Split(String rest, char whole) {}

    private static final String TYPED = "草走攴曰肉耳歺";
    private static final String MEANT = "艹辶攵日月阝歹";
    private final Map<Character, List<Split>> splits = new HashMap<>();
    private final long[] firsts = new long[0x400];
    private final long[] seconds = new long[0x400];

    /** Knows the splits of those characters that {@code wanted} accepts. */
    public Parts(Folds folds, IntPredicate wanted) {
        for (Table.Line line : Table.lines("parts.txt")) {
            char part = part(folds.one(line.key().charAt(0)));
            for (String entry : line.value().split(" ", -1)) {
                if (!entry.isEmpty() && wanted.test(entry.charAt(0))) {
                    add(part, folded(folds, entry.substring(1)), entry.charAt(0));
                }
            }
        }
    }

    private static String folded(Folds folds, String parts) {
        StringBuilder folded = new StringBuilder();
        parts.chars().forEach(unit -> folded.append(part(folds.one((char) unit))));
        return folded.toString();
    }

    /** The part that a character is written for where the part itself cannot be typed. */
    private static char part(char symbol) {
        int at = TYPED.indexOf(symbol);
        return at < 0 ? symbol : MEANT.charAt(at);
    }

    private void add(char first, String rest, char whole) {
        put(first, rest, whole);
        if (rest.length() == 1) {
            put(rest.charAt(0), String.valueOf(first), whole);
        }
    }

    private void put(char first, String rest, char whole) {
        if (rest.isEmpty() || first == whole) {
            return;
        }
        mark(firsts, first);
        mark(seconds, rest.charAt(0));
        splits.computeIfAbsent(first, key -> new ArrayList<>()).add(new Split(rest, whole));
    }

    private static void set(long[] set, char unit) {
        set[unit >>> 6] |= 1L << unit;
    }

    private static void mark(long[] set, char part) {
        set(set, part);
        int at = MEANT.indexOf(part);
        if (at >= 0) {
            set(set, TYPED.charAt(at));
        }
    }

    private static boolean in(long[] set, char unit) {
        return (set[unit >>> 6] & 1L << unit) != 0;
    }

    /** Whether these may be the first two parts of one character. */
    public boolean follow(char first, char second) {
        return in(firsts, first) && in(seconds, second);
    }

    /** Writes the view with split characters put together again; false where there is none. */
    public boolean join(View view, View joined) {
        boolean found = false;
        for (int at = 0; at < view.size() && !found; at++) {
            found = in(firsts, view.symbol(at)) && at(view, at) != null;
        }
        if (!found) {
            return false;
        }
        joined.clear();
        int at = 0;
        while (at < view.size()) {
            Split split = in(firsts, view.symbol(at)) ? at(view, at) : null;
            if (split == null) {
                joined.addSame(view, at++);
                continue;
            }
            int end = end(view, at, split.rest);
            joined.addChanged(split.whole, Kind.HAN, view.start(at), view.end(end - 1));
            at = end;
        }
        return true;
    }

    private @org.jspecify.annotations.Nullable Split at(View view, int at) {
        Split longest = null;
        for (Split split : splits.getOrDefault(part(view.symbol(at)), List.of())) {
            if (end(view, at, split.rest) > 0 && (longest == null || split.rest.length() > longest.rest.length())) {
                longest = split;
            }
        }
        return longest;
    }

    /** The index after the last part, or -1 where they do not follow; spaces and marks may stand between. */
    private static int end(View view, int first, String rest) {
        int at = first + 1;
        for (int index = 0; index < rest.length(); index++) {
            while (at < view.size() && Kind.parts(view.kind(at)) && at - first < 8) {
                at++;
            }
            if (at >= view.size() || part(view.symbol(at)) != rest.charAt(index)) {
                return -1;
            }
            at++;
        }
        return at;
    }
}
