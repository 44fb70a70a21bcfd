package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The updates that wait for one bot, handed out by long polling and confirmed by the next offset. */
final class UpdateQueue {
    static final Set<String> NOT_BY_DEFAULT = Set.of("chat_member", "message_reaction", "message_reaction_count");
    private static final String OTHER_POLL =
            "terminated by other getUpdates request; make sure that only one bot instance is running";
    private static final int LONGEST_POLL = 50;
    private static final int DAY = 86_400;
    /** Whoever pays waits for an answer no longer. */
    private static final int CHECKOUT = 150;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final LongSupplier now;
    private final long first;
    private long nextId;
    private Set<String> allowed = Set.of();
    private long poll;
    private String interruption = OTHER_POLL;
    private long lastOffset = Long.MIN_VALUE;
    private long lastAsked;
    private long nextConflict;
    private boolean closed;

    /** An update with its end of life in Unix seconds. */
    record Waiting(long id, long until, ObjectNode json) {}

    /** @param now the world's time in Unix seconds */
    UpdateQueue(LongSupplier now, long first) {
        this.now = now;
        this.first = first;
        this.nextId = first;
    }

    /** Queues an update unless the bot does not want its type; answers whether it was queued. */
    @Nullable
    Waiting add(String type, JsonNode content) {
        lock.lock();
        try {
            if (!wants(type)) {
                return null;
            }
            ObjectNode json = Json.object().put("update_id", nextId);
            json.set(type, content);
            Waiting update = new Waiting(nextId++, now.getAsLong() + lives(type), json);
            waiting.add(update);
            changed.signalAll();
            return update;
        } finally {
            lock.unlock();
        }
    }

    private static int lives(String type) {
        return type.equals("pre_checkout_query") ? CHECKOUT : DAY;
    }

    boolean wants(String type) {
        Set<String> wanted = allowed;
        return wanted.isEmpty() ? !NOT_BY_DEFAULT.contains(type) : wanted.contains(type);
    }

    /** The types asked for; empty is Telegram's own choice. */
    Set<String> allowed() {
        return allowed;
    }

    void allow(Set<String> types) {
        allowed = Set.copyOf(types);
    }

    /**
     * Confirms every update below the offset and hands out those from it on, waiting for the first one as long as asked.
     *
     * @param timeout seconds of real time; more than 50 are 50
     */
    List<Waiting> poll(long offset, long limit, long timeout) throws InterruptedException {
        lock.lock();
        try {
            long nanos = System.nanoTime();
            boolean again = offset == lastOffset;
            boolean stretched = again && timeout < 3 && nanos - lastAsked < TimeUnit.SECONDS.toNanos(3);
            int most = again && nanos - lastAsked < TimeUnit.MILLISECONDS.toNanos(500)
                    ? 1
                    : Math.clamp(limit <= 0 ? 1 : limit, 1, 100);
            lastOffset = offset;
            lastAsked = nanos;
            long patience = TimeUnit.SECONDS.toNanos(stretched ? 3 : Math.clamp(timeout, 0, LONGEST_POLL));
            confirm(offset);
            return await(most, patience);
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting> await(int most, long patience) throws InterruptedException {
        expire();
        if (!waiting.isEmpty() || patience == 0 || closed) {
            return waiting.stream().limit(most).toList();
        }
        interrupt(OTHER_POLL);
        long mine = poll;
        long left = patience;
        while (waiting.isEmpty() && left > 0 && mine == poll) {
            left = changed.awaitNanos(left);
        }
        if (mine != poll && !closed) {
            throw conflict(interruption);
        }
        return waiting.stream().limit(most).toList();
    }

    /** Telegram answers one conflict at once and holds back those of the next three seconds. */
    private ApiError conflict(String reason) throws InterruptedException {
        long nanos = System.nanoTime();
        if (nextConflict != 0 && nanos < nextConflict) {
            long until = nanos + TimeUnit.SECONDS.toNanos(3);
            long left = until - nanos;
            while (left > 0) {
                left = changed.awaitNanos(left);
            }
        } else {
            nextConflict = nanos + TimeUnit.SECONDS.toNanos(3);
        }
        return ApiError.conflict(reason);
    }

    /** Ends the poll that is under way, if any. */
    void interrupt(String reason) {
        lock.lock();
        try {
            poll++;
            interruption = reason;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the poll that is under way with an empty answer, and lets none wait any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            poll++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the first update, for a webhook; null when the patience (nanoseconds) ended. */
    @Nullable
    Waiting first(long patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience;
            expire();
            while (waiting.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return waiting.peek();
        } finally {
            lock.unlock();
        }
    }

    /** Confirms every update below an offset; a negative one leaves that many; one from the future confirms nothing. */
    void confirm(long offset) {
        lock.lock();
        try {
            if (offset < 0) {
                while (waiting.size() > -offset) {
                    waiting.poll();
                }
            } else if (offset <= nextId + 10) {
                while (!waiting.isEmpty() && waiting.element().id() < offset) {
                    waiting.poll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void expire() {
        waiting.removeIf(update -> update.until() <= now.getAsLong());
    }

    int size() {
        lock.lock();
        try {
            expire();
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Everything that waits, to be kept over a restart. */
    List<Waiting> all() {
        lock.lock();
        try {
            return List.copyOf(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** The id of the oldest update that is not confirmed, or of the next one to come. */
    long head() {
        lock.lock();
        try {
            return waiting.isEmpty() ? nextId : waiting.element().id();
        } finally {
            lock.unlock();
        }
    }

    /** The id that the next update will have. */
    long tail() {
        lock.lock();
        try {
            return nextId;
        } finally {
            lock.unlock();
        }
    }

    /** Puts an update of before a restart back. */
    void restore(Waiting update) {
        waiting.add(update);
        nextId = Math.max(nextId, update.id() + 1);
    }

    void restoreHead(long head) {
        waiting.removeIf(update -> update.id() < head);
        nextId = Math.max(nextId, Math.max(first, head));
    }

    static ArrayNode json(List<Waiting> updates) {
        ArrayNode array = Json.array();
        updates.forEach(update -> array.add(update.json()));
        return array;
    }
}
