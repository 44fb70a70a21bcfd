package lyceum.twitch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import lyceum.kernel.person.Speaker;

/**
 * Who paid for a subscription that was given. EventSub tells of the receiver and of the giver in two events that do not name each
 * other; the chat names both in one line. So a receiver waits a moment for the chat, and only then takes the oldest giver of that tier.
 */
final class Gifts {
    private static final long KEPT = TimeUnit.MINUTES.toNanos(1);
    private static final int MANY = 1_000;

    private final Duration patience;
    private final Map<String, Named> named = new LinkedHashMap<>();
    private final Set<Given> given = new LinkedHashSet<>();
    private final Map<String, CompletableFuture<Optional<Speaker>>> waiting = new LinkedHashMap<>();

    /** @param patience how long a receiver waits for the chat */
    Gifts(Duration patience) {
        this.patience = patience;
    }

    /** What the chat said; the giver is empty for somebody who stays unknown. */
    private record Named(Optional<Speaker> giver, long at) {}

    /** What EventSub said of a giver: so many of a tier. */
    private static final class Given {
        private final Optional<Speaker> giver;
        private final String tier;
        private final long at = System.nanoTime();
        private int left;

        Given(Optional<Speaker> giver, String tier, int left) {
            this.giver = giver;
            this.tier = tier;
            this.left = left;
        }
    }

    /** The chat names the giver of what somebody received; empty for somebody who stays unknown. */
    synchronized void named(String receiver, Optional<Speaker> giver) {
        forget();
        take(each -> each.giver.equals(giver));
        CompletableFuture<Optional<Speaker>> asked = waiting.remove(receiver);
        if (asked != null) {
            asked.complete(giver);
        } else {
            named.put(receiver, new Named(giver, System.nanoTime()));
        }
    }

    /** Somebody gave {@code total} subscriptions, nobody knows to whom. */
    synchronized void given(Optional<Speaker> giver, String tier, int total) {
        forget();
        given.add(new Given(giver, tier, total));
    }

    /** Completes within the patience; empty where the giver stays unknown. */
    synchronized CompletableFuture<Optional<Speaker>> giver(String receiver, String tier) {
        forget();
        Named known = named.remove(receiver);
        if (known != null) {
            return CompletableFuture.completedFuture(known.giver());
        }
        CompletableFuture<Optional<Speaker>> asked = new CompletableFuture<>();
        waiting.put(receiver, asked);
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> settle(receiver, tier, asked));
        return asked;
    }

    private synchronized void settle(String receiver, String tier, CompletableFuture<Optional<Speaker>> asked) {
        waiting.remove(receiver, asked);
        if (!asked.isDone()) {
            asked.complete(take(each -> each.tier.equals(tier)));
        }
    }

    private Optional<Speaker> take(Predicate<Given> fits) {
        Optional<Given> found = given.stream().filter(fits).findFirst();
        found.ifPresent(each -> {
            each.left--;
            given.removeIf(one -> one.left <= 0);
        });
        return found.flatMap(each -> each.giver);
    }

    private void forget() {
        long oldest = System.nanoTime() - KEPT;
        named.values().removeIf(each -> each.at() - oldest < 0);
        given.removeIf(each -> each.at - oldest < 0);
        while (named.size() > MANY) {
            named.remove(named.keySet().iterator().next());
        }
    }
}
