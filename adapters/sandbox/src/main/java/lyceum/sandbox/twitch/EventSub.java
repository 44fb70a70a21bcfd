package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.world.Faults;
import lyceum.sandbox.world.WorldClock;
import org.jspecify.annotations.Nullable;

/** The sessions of EventSub over WebSocket, and what they subscribed to. */
final class EventSub {
    static final int MOST_SUBSCRIPTIONS = 300;
    /** Connections with subscriptions, of one account. */
    static final int MOST_CONNECTIONS = 3;

    private final WorldClock clock;
    private final Faults faults;
    private final Map<String, EventSubSession> sessions = new ConcurrentHashMap<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    EventSub(WorldClock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /** One subscription of a session. */
    static final class Subscription {
        final String id;
        final String type;
        final String version;
        final JsonNode condition;
        final String createdAt;
        final String session;

        Subscription(String id, String type, String version, JsonNode condition, String createdAt, String session) {
            this.id = id;
            this.type = type;
            this.version = version;
            this.condition = condition;
            this.createdAt = createdAt;
            this.session = session;
        }

        ObjectNode json(String status) {
            ObjectNode json = lyceum.sandbox.world.Json.object()
                    .put("id", id)
                    .put("status", status)
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

    /** From now on this connection is heard for its session, in place of an older one. */
    void opened(EventSubSession session) {
        EventSubSession old = sessions.put(session.id(), session);
        if (old != null) {
            old.superseded();
        }
    }

    /** A connection is gone. One that was asked to come back may do so for a while, and finds its subscriptions. */
    void closed(EventSubSession session) {
        if (session.isAsked()) {
            CompletableFuture.delayedExecutor(EventSubSession.TO_RECONNECT, TimeUnit.SECONDS)
                    .execute(() -> forget(session));
        } else {
            forget(session);
        }
    }

    private void forget(EventSubSession session) {
        if (sessions.remove(session.id(), session)) {
            subscriptions.removeIf(each -> each.session.equals(session.id()));
        }
    }

    Optional<EventSubSession> session(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    void add(Subscription subscription) {
        subscriptions.add(subscription);
        session(subscription.session).ifPresent(EventSubSession::subscribed);
    }

    boolean remove(String id) {
        return subscriptions.removeIf(each -> each.id.equals(id));
    }

    List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /** Sends an event to whoever subscribed to its kind; never waits. */
    void tell(String type, ObjectNode event) {
        for (Subscription each : subscriptions) {
            EventSubSession session = sessions.get(each.session);
            if (each.type.equals(type) && session != null) {
                session.notify(each, event);
            }
        }
    }

    /** Asks every client to connect anew within 30 s. */
    void reconnect() {
        sessions.values().forEach(session -> session.askToReconnect());
    }

    /** The connection that was asked to reconnect by this address's word, or null. */
    @Nullable
    EventSubSession asked(String word) {
        EventSubSession session = sessions.get(word);
        return session != null && session.isAsked() ? session : null;
    }

    /** Closes every connection with a code, as Twitch does where something fails. */
    void closeAll(int code, String reason) {
        sessions.values().forEach(session -> session.close(code, reason));
    }

    /** Ends every subscription, as when the account takes its token back. */
    void revoke() {
        List<Subscription> all = List.copyOf(subscriptions);
        subscriptions.removeAll(all);
        all.forEach(each -> session(each.session).ifPresent(session -> session.revoked(each)));
    }

    void close() {
        sessions.values().forEach(session -> session.close(1001, "going away"));
    }
}
