package lyceum.twitch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stays connected to EventSub for ever. On {@code session_reconnect} the old connection is heard until the new one is welcome, and the
 * subscriptions come along; after any other end they are made anew. A notification that comes twice is told once.
 */
final class EventSub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventSub.class);
    private static final int REMEMBERED = 1_000;
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration FIRST_SILENCE = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI address;
    private final Consumer<String> subscribe;
    private final Consumer<JsonNode> told;
    private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private volatile boolean closed;
    private volatile @Nullable Thread keeper;

    /** What a connection brings: a text, or null at its end. */
    private record Heard(Connection from, @Nullable String text) {}

    /** One connection; it knows itself only once it is open. */
    private static final class Connection {
        private volatile @Nullable Socket socket;

        void close() {
            Socket open = socket;
            if (open != null) {
                open.close();
            }
        }
    }

    /**
     * @param subscribe called with a new session's id; blocks while it subscribes
     * @param told called with each notification, and each end of a subscription, once, in order
     */
    EventSub(HttpClient http, URI address, Consumer<String> subscribe, Consumer<JsonNode> told) {
        this.http = http;
        this.address = address;
        this.subscribe = subscribe;
        this.told = told;
    }

    void start() {
        keeper = Thread.ofVirtual().name("twitch-eventsub").start(this::keep);
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!closed) {
                boolean wasWelcome = new Session().live();
                pause = wasWelcome ? FIRST_PAUSE : shorter(pause.multipliedBy(2));
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration shorter(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** One session over all its connections: the present one and, where Twitch asked for it, the next. */
    private final class Session {
        private @Nullable Connection now = open(address);
        private @Nullable Connection next;
        private Duration silence = FIRST_SILENCE;
        private boolean welcome;

        /** Blocks until the session is over; answers whether it was ever welcome. */
        boolean live() throws InterruptedException {
            while (!closed && (now != null || next != null)) {
                Heard each = heard.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
                if (each == null) {
                    break;
                }
                hear(each);
            }
            LOG.info("twitch: EventSub ended; connecting anew");
            close(now);
            close(next);
            return welcome;
        }

        private void hear(Heard each) {
            Connection from = each.from();
            if (each.text() == null) {
                now = from == now ? null : now;
                next = from == next ? null : next;
                return;
            }
            JsonNode frame = read(each.text());
            if (frame == null || (from != now && from != next)) {
                return;
            }
            switch (frame.path("metadata").path("message_type").asText()) {
                case "session_welcome" -> welcomed(from, frame.path("payload").path("session"));
                case "session_reconnect" -> replace(frame.path("payload").path("session"));
                case "notification", "revocation" -> tell(frame);
                default -> LOG.trace("twitch: EventSub lives");
            }
        }

        private void welcomed(Connection from, JsonNode session) {
            silence =
                    GRACE.plusSeconds(session.path("keepalive_timeout_seconds").asInt(10));
            welcome = true;
            if (from == next) {
                close(now);
                now = next;
                next = null;
            } else {
                subscribe.accept(session.path("id").asText());
            }
        }

        private void replace(JsonNode session) {
            close(next);
            next = open(URI.create(session.path("reconnect_url").asText()));
        }

        private static void close(@Nullable Connection connection) {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private void tell(JsonNode frame) {
        String id = frame.path("metadata").path("message_id").asText();
        if (!seen.add(id)) {
            return;
        }
        if (seen.size() > REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
        told.accept(frame);
    }

    private @Nullable Connection open(URI where) {
        Connection connection = new Connection();
        try {
            Socket socket = Socket.open(http, where, new Socket.Hearer() {
                @Override
                public void text(String text) {
                    heard.add(new Heard(connection, text));
                }

                @Override
                public void gone(int code, String reason) {
                    heard.add(new Heard(connection, null));
                }
            });
            connection.socket = socket;
            return connection;
        } catch (IOException e) {
            LOG.warn("twitch: EventSub cannot be reached: {}", e.getMessage());
            return null;
        }
    }

    private static @Nullable JsonNode read(String text) {
        try {
            JsonNode frame = Helix.JSON.readTree(text);
            return frame instanceof ObjectNode ? frame : null;
        } catch (JsonProcessingException e) {
            LOG.warn("twitch: EventSub sent what is not JSON");
            return null;
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread keeping = keeper;
        if (keeping != null) {
            keeping.interrupt();
        }
    }
}
