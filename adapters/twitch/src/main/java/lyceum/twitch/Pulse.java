package lyceum.twitch;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.platform.Health;
import org.jspecify.annotations.Nullable;

/** How hearing goes, told as {@link Health}, with what somebody should click. */
final class Pulse {
    private final Map<String, Note> notes = new ConcurrentHashMap<>();
    private volatile Health state = new Health(false, Phrase.of("twitch.not-started"));

    /** @param breaks whether nothing goes on until it is mended */
    private record Note(Say what, boolean breaks) {}

    void beats(Say detail) {
        state = new Health(true, detail);
    }

    /** Hearing has stopped; {@code why} is for whoever runs the hub, without secrets. */
    void stops(Say why) {
        state = new Health(false, why);
    }

    /** Something to mend; null where it is mended. */
    void note(String about, @Nullable Say what) {
        put(about, what, false);
    }

    /** Something that must be mended before the hub can speak or hear again; null where it is mended. */
    void breaks(String about, @Nullable Say what) {
        put(about, what, true);
    }

    private void put(String about, @Nullable Say what, boolean breaks) {
        if (what == null) {
            notes.remove(about);
        } else {
            notes.put(about, new Note(what, breaks));
        }
    }

    Health health() {
        Health now = state;
        boolean broken = false;
        Say detail = now.detail();
        for (Note note : new TreeMap<>(notes).values()) {
            broken |= note.breaks();
            detail = Phrase.of("twitch.also", detail, note.what());
        }
        return new Health(now.up() && !broken, detail);
    }
}
