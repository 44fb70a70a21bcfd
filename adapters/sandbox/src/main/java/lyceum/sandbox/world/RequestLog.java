package lyceum.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;

/** The newest requests of one platform's clients, and exact counts of how they kept its limits. */
public final class RequestLog {
    private static final int KEPT = 10_000;

    private final ArrayDeque<Entry> newest = new ArrayDeque<>(KEPT);
    private final AtomicLong given429 = new AtomicLong();
    private final AtomicLong brokenLimits = new AtomicLong();

    private record Entry(String method, String path, int status, Instant at) {}

    /** Writes down an answered request; a 429 is counted. */
    public void answered(String method, String path, int status, Instant at) {
        if (status == 429) {
            given429.incrementAndGet();
        }
        synchronized (newest) {
            if (newest.size() == KEPT) {
                newest.removeFirst();
            }
            newest.addLast(new Entry(method, path, status, at));
        }
    }

    /** Counts a request that came while its sender had been told to wait. */
    public void brokenLimit() {
        brokenLimits.incrementAndGet();
    }

    public JsonNode json() {
        var requests = Json.array();
        synchronized (newest) {
            for (Entry e : newest) {
                requests.addObject()
                        .put("method", e.method())
                        .put("path", e.path())
                        .put("status", e.status())
                        .put("at", Json.time(e.at()));
            }
        }
        var log = Json.object();
        log.set("requests", requests);
        return log.put("given429", given429.get()).put("brokenLimits", brokenLimits.get());
    }
}
