package lyceum.twitch;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.platform.Health;

/** How hearing goes, told as {@link Health}, with what somebody should click. */
final class Pulse {
    private final Map<String, Note> notes = new ConcurrentHashMap<>();
    private volatile Health state = new Health(false, "not started");

    /** @param breaks whether nothing goes on until it is mended */
    private record Note(String what, boolean breaks) {}

    void beats(String detail) {
        state = new Health(true, detail);
    }

    /** Hearing has stopped; {@code why} is for whoever runs the hub, without secrets. */
    void stops(String why) {
        state = new Health(false, why);
    }

    /** Something to mend; empty where it is mended. */
    void note(String about, String what) {
        put(about, new Note(what, false));
    }

    /** Something that must be mended before the hub can speak or hear again; empty where it is mended. */
    void breaks(String about, String what) {
        put(about, new Note(what, true));
    }

    private void put(String about, Note note) {
        if (note.what().isEmpty()) {
            notes.remove(about);
        } else {
            notes.put(about, note);
        }
    }

    Health health() {
        Health now = state;
        Map<String, Note> all = new TreeMap<>(notes);
        StringBuilder detail = new StringBuilder(now.detail());
        all.values().forEach(note -> detail.append("; ").append(note.what()));
        return new Health(now.up() && all.values().stream().noneMatch(Note::breaks), detail.toString());
    }
}
