package lyceum.kernel.feature;

import lyceum.kernel.event.Event;
import org.jspecify.annotations.Nullable;

/** Pure work on an event before its turn, done in parallel on all cores: no table, no clock, no dice. */
public interface Scorer<S extends Score> {
    Class<S> type();

    /** Called on any thread, for many events at once. Null where the event is none of its business. */
    @Nullable
    S score(Event event);
}
