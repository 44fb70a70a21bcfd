package lyceum.kernel.platform;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lyceum.kernel.event.Event;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;

/** Where an adapter brings what it hears. */
public interface Inbox {
    /**
     * Takes an event; never blocks, from any thread. Events of one caller keep their order.
     *
     * @return completes when the event is durable: only then may the platform be told that it was received. It does not complete
     *     while the disk is full, and completes exceptionally only when the hub stops before it was stored.
     */
    CompletableFuture<Void> accept(Event event);

    /**
     * The newest message of a room that is durable here, or where {@link lyceum.kernel.event.Place.HearingBegan hearing began}:
     * where reading history begins after a gap. Any thread.
     */
    Optional<MessageId> newest(RoomId room);
}
