package lyceum.sandbox.twitch;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One client's connection to the chat: what it asked for, who it is, and the lines that wait for it. */
final class IrcSession {
    private static final int LONGEST_QUEUE = 20_000;
    private static final String END = "";

    private final Transport transport;
    private final LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Set<String> capabilities = ConcurrentHashMap.newKeySet();
    private volatile String nick = "";
    private volatile @Nullable Account account;
    private volatile boolean joined;

    /** What carries lines to the client. */
    interface Transport {
        /** Blocks until the line, which has no end yet, is with the operating system. */
        void put(String line) throws IOException;

        /** Closes the connection at once; any thread. */
        void hangUp();
    }

    IrcSession(Transport transport) {
        this.transport = transport;
        Thread.ofVirtual().name("irc-writer").start(this::write);
    }

    Set<String> capabilities() {
        return capabilities;
    }

    boolean tagged() {
        return capabilities.contains("twitch.tv/tags");
    }

    boolean hasCommands() {
        return capabilities.contains("twitch.tv/commands");
    }

    boolean hasMembership() {
        return capabilities.contains("twitch.tv/membership");
    }

    /** Empty until the client is in. */
    String nick() {
        return nick;
    }

    /** Null for a client that only reads. */
    @Nullable
    Account account() {
        return account;
    }

    void isIn(String name, @Nullable Account who) {
        account = who;
        nick = name;
    }

    boolean hears() {
        return joined && open.get();
    }

    void join(boolean in) {
        joined = in;
    }

    /** Queues a line; a client that is too far behind is hung up on. */
    void send(String line) {
        if (!queue.offer(line.replaceAll("[\r\n]", " "))) {
            drop();
        }
    }

    /** Closes when everything queued before is sent. */
    void end() {
        if (!queue.offer(END)) {
            drop();
        }
    }

    /** Hangs up now, on a thread of its own. */
    void drop() {
        if (open.compareAndSet(true, false)) {
            queue.clear();
            queue.add(END);
            Thread.ofVirtual().name("irc-hang-up").start(transport::hangUp);
        }
    }

    private void write() {
        try {
            for (String line = queue.take(); !line.equals(END); line = queue.take()) {
                transport.put(line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            queue.clear();
        }
        open.set(false);
        transport.hangUp();
    }
}
