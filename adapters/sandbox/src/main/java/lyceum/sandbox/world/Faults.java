package lyceum.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults that the next requests or frames of one platform shall suffer. */
public final class Faults {
    /** Faults of a request. */
    public static final Set<String> OF_REQUESTS = Set.of("429", "500", "slow", "timeout-after-accept", "no-permission");
    /** Faults of a frame or an update that the platform sends. */
    public static final Set<String> OF_FRAMES = Set.of("disconnect", "duplicate");

    private final List<Planned> planned = new ArrayList<>();
    private volatile boolean none = true;

    /**
     * A fault.
     *
     * @param seconds how long a wait it asks for or makes, or null for the kind's own
     */
    public record Fault(String kind, @Nullable Double seconds) {

        public double secondsOr(double other) {
            return seconds == null ? other : seconds;
        }
    }

    private record Planned(Fault fault, int left, @Nullable String method) {
        boolean hits(Set<String> kinds, String subject) {
            return kinds.contains(fault.kind())
                    && (method == null || subject.toLowerCase(Locale.ROOT).contains(method.toLowerCase(Locale.ROOT)));
        }
    }

    /** Plans a fault for the next {@code count} subjects that contain {@code method}, whatever its case; null hits any. */
    public synchronized void plan(Fault fault, int count, @Nullable String method) {
        if (!OF_REQUESTS.contains(fault.kind()) && !OF_FRAMES.contains(fault.kind())) {
            throw Refused.badRequest(
                    "kind: one of 429, 500, slow, disconnect, duplicate, timeout-after-accept, no-permission");
        }
        if (count < 1) {
            throw Refused.badRequest("count: 1 or more");
        }
        planned.add(new Planned(fault, count, method));
        none = false;
    }

    public synchronized void clear() {
        planned.clear();
        none = true;
    }

    /** Uses up and answers the oldest planned fault of these kinds for a subject ({@code POST /path}, or an event's name). */
    public Optional<Fault> take(Set<String> kinds, String subject) {
        return none ? Optional.empty() : search(kinds, subject);
    }

    private synchronized Optional<Fault> search(Set<String> kinds, String subject) {
        for (int i = 0; i < planned.size(); i++) {
            Planned p = planned.get(i);
            if (p.hits(kinds, subject)) {
                if (p.left() == 1) {
                    planned.remove(i);
                    none = planned.isEmpty();
                } else {
                    planned.set(i, new Planned(p.fault(), p.left() - 1, p.method()));
                }
                return Optional.of(p.fault());
            }
        }
        return Optional.empty();
    }
}
