package lyceum.hub;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters since the start, and how much waits now. Any thread. */
public final class Figures {
    private final LongAdder heard = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder ambiguous = new LongAdder();
    private final LongAdder undeliverable = new LongAdder();
    private final LongAdder deadLetters = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
    private volatile boolean outOfRoom;

    void heard(boolean fresh) {
        (fresh ? heard : repeated).increment();
    }

    void delivered(boolean mayStandTwice) {
        delivered.increment();
        if (mayStandTwice) {
            ambiguous.increment();
        }
    }

    void undeliverable() {
        undeliverable.increment();
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void committed() {
        commits.increment();
    }

    void outOfRoom(boolean full) {
        outOfRoom = full;
    }

    void waiting(String lane, int rows) {
        if (rows == 0) {
            waiting.remove(lane);
        } else {
            waiting.put(lane, rows);
        }
    }

    /** How often anything was committed: grows whenever tables may have changed. */
    public long commits() {
        return commits.sum();
    }

    /** Whether the disk is full, so that nothing is acknowledged until there is room. */
    public boolean outOfRoom() {
        return outOfRoom;
    }

    /** What waits for each lane out; lanes where nothing waits are left out. */
    public Map<String, Integer> waiting() {
        return new TreeMap<>(waiting);
    }

    /** All counters by name, in the order in which they are shown. */
    public Map<String, Long> counters() {
        Map<String, Long> counters = new LinkedHashMap<>();
        counters.put("heard", heard.sum());
        counters.put("repeated", repeated.sum());
        counters.put("delivered", delivered.sum());
        counters.put("ambiguous", ambiguous.sum());
        counters.put("undeliverable", undeliverable.sum());
        counters.put("dead_letters", deadLetters.sum());
        counters.put("commits", commits.sum());
        counters.put(
                "waiting",
                waiting.values().stream().mapToLong(Integer::longValue).sum());
        return counters;
    }
}
