package lyceum.program.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import lyceum.sandbox.world.Change;

/** Listens to a sandbox's feed, and finds for each message that is said its copy on the other platform. Any thread. */
final class Heard {
    private final Map<String, Long> saidAt = new ConcurrentHashMap<>();
    private final Map<String, Integer> saidAs = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> lastSaid = new ConcurrentHashMap<>();
    private final Map<String, Integer> lastCopied = new ConcurrentHashMap<>();
    private final List<Long> delays = new ArrayList<>();
    private int copies;
    private int doubled;
    private int inversions;

    /** A message's text is the platform's name, a space and a number of its own: {@code discord 17}. */
    void hear(Change change) {
        if (change.kind() != Change.Kind.POSTED || !change.room().equals("general")) {
            return;
        }
        if (change.bot()) {
            copied(change);
        } else {
            saidAt.put(change.text(), change.nanos());
            saidAs.put(
                    change.text(),
                    lastSaid.computeIfAbsent(change.platform(), _ -> new AtomicInteger())
                            .incrementAndGet());
        }
    }

    private synchronized void copied(Change change) {
        String source = change.platform().equals("discord") ? "telegram" : "discord";
        Copies.in(change.text(), source).forEach(number -> copied(change, source, source + " " + number));
    }

    private void copied(Change change, String source, String text) {
        Integer order = saidAs.get(text);
        if (order == null) {
            return;
        }
        Long said = saidAt.remove(text);
        if (said == null) {
            doubled++;
            return;
        }
        copies++;
        delays.add(change.nanos() - said);
        Integer before = lastCopied.put(source, order);
        if (before != null && before > order) {
            inversions++;
        }
    }

    /** Forgets the delays so far. */
    synchronized void reset() {
        delays.clear();
    }

    /** The delay that the given share of copies did not exceed, in milliseconds; NaN where there is none. */
    synchronized double delayMillis(double share) {
        if (delays.isEmpty()) {
            return Double.NaN;
        }
        long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    /** Messages said that have no copy yet. */
    int underWay() {
        return saidAt.size();
    }

    synchronized int copies() {
        return copies;
    }

    synchronized int doubled() {
        return doubled;
    }

    synchronized int inversions() {
        return inversions;
    }
}
