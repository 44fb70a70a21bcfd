package lyceum.discord;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import lyceum.kernel.event.Event;
import lyceum.kernel.platform.Inbox;

/** Holds back what is said live in a channel while its history is read, so that what came earlier is heard earlier. Any thread. */
final class Gates {
    private final Inbox inbox;
    private final Map<String, Gate> gates = new HashMap<>();
    private boolean closed;

    Gates(Inbox inbox) {
        this.inbox = inbox;
    }

    private static final class Gate {
        final Queue<Event> waiting = new ArrayDeque<>();
        int readers;
    }

    /** From now on live events of the channel wait; as often as it is held, it must be opened. */
    synchronized void hold(String channel) {
        gates.computeIfAbsent(channel, _ -> new Gate()).readers++;
    }

    synchronized void open(String channel) {
        Gate gate = gates.get(channel);
        if (gate != null && --gate.readers == 0) {
            gates.remove(channel);
            gate.waiting.forEach(this::pass);
        }
    }

    /** Brings an event of a channel as soon as the channel is not held. */
    synchronized void live(String channel, Event event) {
        Gate gate = gates.get(channel);
        if (gate == null) {
            pass(event);
        } else {
            gate.waiting.add(event);
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
