package lyceum.program;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import lyceum.hub.Hub;
import lyceum.kernel.event.Event;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Inbox;

/** The hub's inbox for platforms that begin to connect before the hub is there: whoever brings or asks something then waits for it. */
final class LateInbox implements Inbox, AutoCloseable {
    private final CompletableFuture<Hub> hub = new CompletableFuture<>();

    void opens(Hub there) {
        hub.complete(there);
    }

    /**
     * Waits until there is one.
     *
     * @throws CancellationException if there never will be
     */
    Hub hub() {
        return hub.join();
    }

    /** Does something that needs the file which the hub has opened. */
    <T> T afterOpening(Supplier<T> step) {
        hub();
        return step.get();
    }

    @Override
    public CompletableFuture<Void> accept(Event event) {
        return hub().accept(event);
    }

    @Override
    public Optional<MessageId> newest(RoomId room) {
        return hub().newest(room);
    }

    @Override
    public void close() {
        hub.cancel(false);
    }
}
