package lyceum.contract;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Place.HearingBegan;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Inbox;

/** An inbox that keeps everything it hears, as a hub whose disk is never full. */
public final class Ears implements Inbox {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final Map<RoomId, MessageId> newest = new ConcurrentHashMap<>();

    @Override
    public CompletableFuture<Void> accept(Event event) {
        heard.add(event);
        if (event instanceof MessagePosted posted) {
            newest.put(posted.message().room(), posted.message());
        }
        if (event instanceof HearingBegan began) {
            began.after().forEach(after -> newest.putIfAbsent(after.room(), after));
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<MessageId> newest(RoomId room) {
        return Optional.ofNullable(newest.get(room));
    }

    /** All events of a kind, in the order in which they came, repetitions among them. */
    public <E extends Event> List<E> all(Class<E> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The first event of a kind that fits, as soon as it is heard. */
    public <E extends Event> E hear(Class<E> kind, Predicate<E> fits) {
        return await().atMost(PATIENCE)
                .until(() -> all(kind).stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The message with exactly these words, as soon as it is heard. */
    public MessagePosted hear(String words) {
        return hear(MessagePosted.class, posted -> posted.text().plain().equals(words));
    }

    /** The words of all messages that begin so, in order; a frame that came twice counts once, as it does for a hub. */
    public List<String> words(String beginning) {
        Set<Object> seen = new HashSet<>();
        return all(MessagePosted.class).stream()
                .filter(posted -> posted.text().plain().startsWith(beginning) && seen.add(posted.key()))
                .map(posted -> posted.text().plain())
                .toList();
    }
}
