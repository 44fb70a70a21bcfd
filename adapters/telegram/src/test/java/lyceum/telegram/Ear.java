package lyceum.telegram;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Inbox;

/** An inbox that remembers what it heard and answers as the test says. */
final class Ear implements Inbox {
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final Function<Event, CompletableFuture<Void>> store;

    Ear(Function<Event, CompletableFuture<Void>> store) {
        this.store = store;
    }

    /** Everything is stored at once. */
    static Ear open() {
        return new Ear(_ -> CompletableFuture.completedFuture(null));
    }

    @Override
    public CompletableFuture<Void> accept(Event event) {
        heard.add(event);
        return store.apply(event);
    }

    @Override
    public Optional<MessageId> newest(RoomId room) {
        return Optional.empty();
    }

    <E extends Event> List<E> all(Class<E> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<String> words() {
        return all(MessagePosted.class).stream()
                .map(posted -> posted.text().plain())
                .toList();
    }
}
