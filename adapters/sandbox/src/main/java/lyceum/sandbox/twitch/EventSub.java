package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.sandbox.world.Faults;
import lyceum.sandbox.world.WorldClock;
import org.jspecify.annotations.Nullable;

/** The sessions of EventSub over WebSocket, and what they subscribed to. */
final class EventSub {
    static final int MOST_SUBSCRIPTIONS = 300;

    private final WorldClock clock;
    private final Faults faults;
    private final Map<String, EventSubSession> sessions = new ConcurrentHashMap<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    EventSub(WorldClock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /** One subscription; its session may change when the client is asked to connect anew. */
    static final class Subscription {
        final String id;
        final String type;
        final String version;
        final JsonNode condition;
        final String createdAt;
        private volatile String session;

        Subscription(String id, String type, String version, JsonNode condition, String createdAt, String session) {
            this.id = id;
            this.type = type;
            this.version = version;
            this.condition = condition;
            this.createdAt = createdAt;
            this.session = session;
        }

        String session() {
            return session;
        }

        ObjectNode json(boolean connected) {
            ObjectNode json = lyceum.sandbox.world.Json.object()
                    .put("id", id)
                    .put("status", connected ? "enabled" : "websocket_disconnected")
                    .put("type", type)
                    .put("version", version);
            json.set("condition", condition);
            json.putObject("transport").put("method", "websocket").put("session_id", session);
            return json.put("created_at", createdAt).put("cost", 0);
        }
    }

    WorldClock clock() {
        return clock;
    }

    Faults faults() {
        return faults;
    }

    void opened(EventSubSession session) {
        sessions.put(session.id(), session);
    }

    void closed(EventSubSession session) {
        if (sessions.remove(session.id(), session)) {
            subscriptions.removeIf(each -> each.session().equals(session.id()));
        }
    }

    Optional<EventSubSession> session(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    void add(Subscription subscription) {
        subscriptions.add(subscription);
        session(subscription.session()).ifPresent(EventSubSession::subscribed);
    }

    boolean remove(String id) {
        return subscriptions.removeIf(each -> each.id.equals(id));
    }

    List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /** The new connection of a client that was asked to reconnect takes the subscriptions of the old one. */
    void takeOver(EventSubSession old, EventSubSession fresh) {
        subscriptions.stream()
                .filter(each -> each.session().equals(old.id()))
                .forEach(each -> each.session = fresh.id());
        fresh.subscribed();
        old.superseded();
    }

    /** Sends an event to whoever subscribed to its kind; never waits. */
    void tell(String type, ObjectNode event) {
        for (Subscription each : subscriptions) {
            EventSubSession session = sessions.get(each.session());
            if (each.type.equals(type) && session != null) {
                session.notify(each, event);
            }
        }
    }

    /** Asks every client to connect anew within 30 s. */
    void reconnect() {
        sessions.values().forEach(session -> session.askToReconnect());
    }

    /** The session that was asked to reconnect by this address's word, or null. */
    @Nullable
    EventSubSession asked(String word) {
        return sessions.get(word);
    }

    void close() {
        sessions.values().forEach(session -> session.close(1001, "going away"));
    }
}
