package lyceum.sandbox.discord;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The messages of the last five minutes by their author's nonce, the newest two hundred thousand at most. */
final class Nonces {
    private static final long KEPT_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final int MOST = 200_000;

    private final Map<String, Sent> byKey = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Sent> inOrder = new ConcurrentLinkedQueue<>();

    private record Sent(String key, Post post, long atMillis) {
        boolean stale(long now) {
            return Math.abs(now - atMillis) > KEPT_MILLIS;
        }
    }

    /** The message that this author sent with this nonce in the last minutes, or the one that is made now, once. */
    Post once(long author, String nonce, long now, Supplier<Post> maker) {
        forget(now);
        return byKey.compute(
                        author + ":" + nonce,
                        (key, before) ->
                                before != null && !before.stale(now) ? before : remember(key, maker.get(), now))
                .post();
    }

    private Sent remember(String key, Post post, long now) {
        Sent sent = new Sent(key, post, now);
        inOrder.add(sent);
        return sent;
    }

    private void forget(long now) {
        boolean full = byKey.size() > MOST;
        for (Sent oldest = inOrder.peek(); oldest != null && (full || oldest.stale(now)); oldest = inOrder.peek()) {
            if (inOrder.remove(oldest)) {
                byKey.remove(oldest.key(), oldest);
            }
            full = false;
        }
    }

    /** Takes in a kept message at a start. */
    void restore(Post post) {
        String nonce = post.json().path("nonce").asText("");
        if (!nonce.isEmpty()) {
            String key = post.author() + ":" + nonce;
            byKey.put(key, remember(key, post, Snowflakes.millis(post.id())));
        }
    }
}
