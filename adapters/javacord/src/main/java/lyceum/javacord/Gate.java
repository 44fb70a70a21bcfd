package lyceum.javacord;

import java.util.ArrayDeque;
import java.util.Queue;
import lyceum.kernel.event.Event;
import lyceum.kernel.platform.Inbox;

/** Holds back what is said live while what was said before is read, so that what came earlier is heard earlier. Any thread. */
final class Gate {
    private final Inbox inbox;
    private final Queue<Event> waiting = new ArrayDeque<>();
    private boolean shut = true;
    private boolean closed;

    Gate(Inbox inbox) {
        this.inbox = inbox;
    }

    /** From now on live events wait. */
    synchronized void shut() {
        shut = true;
    }

    synchronized void open() {
        shut = false;
        waiting.forEach(this::pass);
        waiting.clear();
    }

    /** Brings an event as soon as the gate is open. */
    synchronized void live(Event event) {
        if (shut) {
            waiting.add(event);
        } else {
            pass(event);
        }
    }

    /** Brings an event at once. */
    synchronized void pass(Event event) {
        if (!closed) {
            // Discord takes no acknowledgement: what is not durable at a crash is read from the history again.
            var _ = inbox.accept(event);
        }
    }

    /** Nothing passes after this. */
    synchronized void close() {
        closed = true;
    }
}
