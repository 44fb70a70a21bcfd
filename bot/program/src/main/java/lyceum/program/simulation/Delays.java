package lyceum.program.simulation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long chosen words take from when they are said to when they stand, in the world's own time. Any thread. */
final class Delays {
    private final Map<String, Long> said = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();

    /** These words are about to be said. */
    void expect(String words) {
        said.put(words, System.nanoTime());
    }

    void arrived(String text) {
        if (!said.isEmpty()) {
            String words = text.substring(text.lastIndexOf(' ') + 1);
            Long at = said.remove(words);
            if (at != null) {
                took.add(System.nanoTime() - at);
            }
        }
    }

    int waiting() {
        return said.size();
    }

    /** @param share which of the delays, the shortest first: .99 is one that 99 of 100 do not exceed */
    double millis(double share) {
        long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? -1 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
