package lyceum.twitch;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.platform.Health;

/** How hearing goes, told as {@link Health}, with what somebody should click. */
final class Pulse {
    private final Map<String, String> notes = new ConcurrentHashMap<>();
    private volatile Health state = new Health(false, "not started");

    void beats(String detail) {
        state = new Health(true, detail);
    }

    /** Hearing has stopped; {@code why} is for whoever runs the hub, without secrets. */
    void stops(String why) {
        state = new Health(false, why);
    }

    /** Something to mend; empty where it is mended. */
    void note(String about, String what) {
        if (what.isEmpty()) {
            notes.remove(about);
        } else {
            notes.put(about, what);
        }
    }

    Health health() {
        Health now = state;
        StringBuilder detail = new StringBuilder(now.detail());
        new TreeMap<>(notes).values().forEach(note -> detail.append("; ").append(note));
        return new Health(now.up(), detail.toString());
    }
}
