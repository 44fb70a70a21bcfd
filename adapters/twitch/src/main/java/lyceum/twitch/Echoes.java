package lyceum.twitch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The hub's own lines as they come back by the chat: the only proof that a line stands whose answer was lost. */
final class Echoes {
    private static final int MANY = 64;

    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();

    /** A line about to be sent. */
    record Waiting(String line, CompletableFuture<String> heard) {
        /** Blocks; the id under which it stands, or null where it was not heard in time. */
        @Nullable
        String await(Duration patience) {
            try {
                return heard.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    Waiting expect(String line) {
        Waiting fresh = new Waiting(line, new CompletableFuture<>());
        waiting.add(fresh);
        while (waiting.size() > MANY) {
            waiting.removeFirst();
        }
        return fresh;
    }

    /** A line of the hub's was heard; it is that of the newest expectation with these words. */
    void heard(String line, String id) {
        waiting.reversed().stream()
                .filter(each -> each.line().strip().equals(line.strip()))
                .findFirst()
                .ifPresent(each -> {
                    each.heard().complete(id);
                    waiting.remove(each);
                });
    }
}
