package lyceum.kernel.feature;

import java.util.List;
import lyceum.kernel.event.Event;

/** One thing that Lyceum does for people. It decides and returns; it never posts, waits, asks the clock or rolls dice. */
public interface Feature {
    /** One lower-case word; begins its refs and timer names, and names its phrases' bundle. */
    String name();

    /** The families or kinds of event that it hears; invocations of its own commands it hears anyway. */
    List<Class<? extends Event>> wants();

    /** The commands it offers. */
    default List<Command> commands() {
        return List.of();
    }

    /** The pages that it shows in the console. */
    default List<Page> pages() {
        return List.of();
    }

    /** The pages that it shows to everybody. */
    default List<OpenPage> openPages() {
        return List.of();
    }

    /** What it shows over the picture of a stream. */
    default List<Overlay> overlays() {
        return List.of();
    }

    /** Called in the lane, one event at a time. May read and write its own tables in {@code tx}; must be quick. */
    Reaction on(Event event, Tx tx);

    /**
     * Called in a fresh savepoint after {@link #on} threw. The others hear the event all the same, unless this swallows it;
     * the gate answers here by calling a human. If this throws too, the event is swallowed.
     */
    default Reaction onFailure(Event event, Tx tx) {
        return Reaction.NONE;
    }
}
