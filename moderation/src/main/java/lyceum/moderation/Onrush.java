package lyceum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Who spoke within a stretch of time, and how many of them said the same. Counted as lines come and go: a raid is no time to count
 * everything anew at each line. One thread.
 */
final class Onrush {
    private final Duration stretch;
    private final Deque<Line> lines = new ArrayDeque<>();
    private final Map<String, Integer> accounts = new HashMap<>();
    private final Map<String, Integer> objected = new HashMap<>();
    private final Map<String, Map<String, Integer>> sayers = new HashMap<>();

    Onrush(Duration stretch) {
        this.stretch = stretch;
    }

    /**
     * What an account says.
     *
     * @param objected whether the rules object to it
     */
    record Line(String account, String words, boolean objected, Instant at) {}

    /** A line comes, and those that are too old go. */
    void hear(Line line) {
        lines.addLast(line);
        count(line, 1);
        while (lines.getFirst().at().isBefore(line.at().minus(stretch))) {
            count(lines.removeFirst(), -1);
        }
    }

    private void count(Line line, int more) {
        count(accounts, line.account(), more);
        if (line.objected()) {
            count(objected, line.account(), more);
        }
        Map<String, Integer> alike = sayers.computeIfAbsent(line.words(), _ -> new HashMap<>());
        count(alike, line.account(), more);
        if (alike.isEmpty()) {
            sayers.remove(line.words());
        }
    }

    private static void count(Map<String, Integer> counts, String of, int more) {
        counts.merge(of, more, (before, change) -> before + change == 0 ? null : before + change);
    }

    int accounts() {
        return accounts.size();
    }

    /** Accounts to which the rules object. */
    int objected() {
        return objected.size();
    }

    /** Accounts that say this. */
    int saying(String words) {
        return sayers.getOrDefault(words, Map.of()).size();
    }
}
