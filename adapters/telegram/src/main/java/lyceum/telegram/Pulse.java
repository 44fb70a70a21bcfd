package lyceum.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.platform.Health;
import org.jspecify.annotations.Nullable;

/** How hearing goes, kept by the poller and told as {@link Health}. */
final class Pulse {
    private final InstantSource clock;
    private volatile State state = new State(false, Phrase.of("telegram.not-started"), Instant.MIN);
    private final AtomicLong unreadable = new AtomicLong();
    /** What somebody should click, by chat. */
    private final Map<Long, Say> notes = new ConcurrentSkipListMap<>();

    Pulse(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void beats() {
        state = new State(true, null, clock.instant());
    }

    /** Hearing has stopped; {@code why} is for whoever runs the hub, without secrets. */
    synchronized void stops(Say why) {
        state = new State(false, why, state.heard());
    }

    /** It hears, but what it heard is not stored yet. */
    synchronized void waits() {
        state = new State(state.up(), Phrase.of("telegram.waiting"), state.heard());
    }

    void unreadable() {
        unreadable.incrementAndGet();
    }

    /** @param what null where there is nothing to click */
    void note(long chat, @Nullable Say what) {
        if (what == null) {
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
        Say detail = hearing(now);
        Say why = now.why();
        if (why != null) {
            detail = also(detail, why);
        }
        if (unread() > 0) {
            detail = also(detail, Phrase.of("telegram.unread", Long.toString(unread())));
        }
        for (Say note : new TreeMap<>(notes).values()) {
            detail = also(detail, note);
        }
        return new Health(now.up(), detail);
    }

    private Say hearing(State now) {
        String key = now.up() ? "telegram.hearing" : "telegram.not-hearing";
        if (now.heard().equals(Instant.MIN)) {
            return Phrase.of(key);
        }
        long ago = Math.max(0, Duration.between(now.heard(), clock.instant()).toSeconds());
        return Phrase.of("telegram.last-answer", Phrase.of(key), Text.of(Long.toString(ago)));
    }

    private static Say also(Say first, Say more) {
        return Phrase.of("telegram.also", first, more);
    }

    private record State(boolean up, @Nullable Say why, Instant heard) {}
}
