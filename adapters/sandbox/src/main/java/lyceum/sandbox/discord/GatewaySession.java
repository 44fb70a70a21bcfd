package lyceum.sandbox.discord;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** One bot's session: it counts its events and keeps the newest, so that another connection can resume it. */
final class GatewaySession {
    private static final int KEPT = 10_000;

    private final String id;
    private final Bot bot;
    private final long intents;
    private final ArrayDeque<Frame> replay = new ArrayDeque<>();
    private long seq;
    private @Nullable GatewayConnection connection;
    private long detachedAt = System.nanoTime();

    /** An event with its place in the session. */
    record Frame(long seq, Event event) {}

    GatewaySession(String id, Bot bot, long intents) {
        this.id = id;
        this.bot = bot;
        this.intents = intents;
    }

    String id() {
        return id;
    }

    Bot bot() {
        return bot;
    }

    long intents() {
        return intents;
    }

    synchronized void dispatch(Event event) {
        if (!event.wantedWith(intents)) {
            return;
        }
        Frame frame = new Frame(++seq, event);
        replay.addLast(frame);
        if (replay.size() > KEPT) {
            replay.removeFirst();
        }
        if (connection != null) {
            connection.send(this, frame);
        }
    }

    synchronized void attach(GatewayConnection to) {
        connection = to;
    }

    /** Forgets a connection that is gone; another one that took over since stays. */
    synchronized void detach(GatewayConnection gone) {
        if (connection == gone) {
            connection = null;
            detachedAt = System.nanoTime();
        }
    }

    /** Sends a connection everything after {@code lastSeen} and goes on with it; false when that is no longer kept. */
    synchronized boolean resume(GatewayConnection to, long lastSeen) {
        long firstKept = replay.isEmpty() ? seq + 1 : replay.getFirst().seq();
        if (lastSeen > seq || lastSeen + 1 < firstKept) {
            return false;
        }
        if (connection != null) {
            connection.close(4000, "resumed elsewhere");
        }
        connection = to;
        for (Frame frame : replay) {
            if (frame.seq() > lastSeen) {
                to.send(this, frame);
            }
        }
        return true;
    }

    synchronized boolean abandoned(long nanos) {
        return connection == null && System.nanoTime() - detachedAt > nanos;
    }

    synchronized void close(int code, String reason) {
        if (connection != null) {
            connection.close(code, reason);
        }
    }
}
