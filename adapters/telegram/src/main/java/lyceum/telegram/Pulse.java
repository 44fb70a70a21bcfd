package lyceum.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.kernel.platform.Health;

/** How hearing goes, kept by the poller and told as {@link Health}. */
final class Pulse {
    private final InstantSource clock;
    private volatile State state = new State(false, "not started", Instant.MIN);
    private final AtomicLong unreadable = new AtomicLong();
    /** What somebody should click, by chat. */
    private final Map<Long, String> notes = new ConcurrentSkipListMap<>();

    Pulse(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void beats() {
        state = new State(true, "", clock.instant());
    }

    /** Hearing has stopped; {@code why} is for whoever runs the hub, without secrets. */
    synchronized void stops(String why) {
        state = new State(false, why, state.heard());
    }

    /** It hears, but what it heard is not stored yet. */
    synchronized void waits() {
        state = new State(state.up(), "waiting until what was heard is stored", state.heard());
    }

    void unreadable() {
        unreadable.incrementAndGet();
    }

    void note(long chat, String what) {
        if (what.isEmpty()) {
            notes.remove(chat);
        } else {
            notes.put(chat, what);
        }
    }

    /** How many updates could not be read since the start. */
    long unread() {
        return unreadable.get();
    }

    Health health() {
        State now = state;
        StringBuilder detail = new StringBuilder(now.up() ? "hearing" : "not hearing");
        if (!now.heard().equals(Instant.MIN)) {
            long ago =
                    Math.max(0, Duration.between(now.heard(), clock.instant()).toSeconds());
            detail.append(", last answer ").append(ago).append(" s ago");
        }
        if (!now.why().isEmpty()) {
            detail.append("; ").append(now.why());
        }
        if (unread() > 0) {
            detail.append("; ").append(unread()).append(" updates could not be read");
        }
        new TreeMap<>(notes).values().forEach(note -> detail.append("; ").append(note));
        return new Health(now.up(), detail.toString());
    }

    private record State(boolean up, String why, Instant heard) {}
}
