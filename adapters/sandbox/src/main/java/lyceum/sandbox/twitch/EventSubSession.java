package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lyceum.sandbox.world.Faults;
import lyceum.sandbox.world.Json;
import org.eclipse.jetty.websocket.api.Callback;
import org.jspecify.annotations.Nullable;

/** One client's connection to EventSub; its times are the machine's, since the client measures them so. */
final class EventSubSession {
    static final int TO_SUBSCRIBE = 10;
    static final int TO_RECONNECT = 30;

    private final EventSub eventSub;
    private final WsContext socket;
    private final int keepalive;
    private final String id;
    private final LinkedBlockingQueue<Out> queue = new LinkedBlockingQueue<>(20_000);
    private final AtomicInteger subscribed = new AtomicInteger();
    private volatile boolean superseded;
    private volatile boolean gone;
    private volatile long reconnectBy;

    private sealed interface Out {}

    private record Text(String kind, String text) implements Out {}

    private record Close(int code, String reason) implements Out {}

    /** @param before the connection that was asked to reconnect and whose session goes on here, or null */
    EventSubSession(EventSub eventSub, WsContext socket, int keepalive, @Nullable EventSubSession before) {
        this.eventSub = eventSub;
        this.socket = socket;
        this.keepalive = keepalive;
        this.id = before == null ? "session" + UUID.randomUUID().toString().replace("-", "") : before.id;
        this.subscribed.set(before == null ? 0 : before.subscribed.get());
        Thread.ofVirtual().name("eventsub-writer").start(this::write);
    }

    String id() {
        return id;
    }

    void welcome() {
        ObjectNode payload = Json.object();
        payload.putObject("session")
                .put("id", id)
                .put("status", "connected")
                .put("connected_at", Json.time(eventSub.clock().now()))
                .put("keepalive_timeout_seconds", keepalive)
                .putNull("reconnect_url");
        send("session_welcome", null, payload);
    }

    void subscribed() {
        subscribed.incrementAndGet();
    }

    void notify(EventSub.Subscription subscription, ObjectNode event) {
        ObjectNode payload = Json.object();
        payload.set("subscription", subscription.json("enabled"));
        payload.set("event", event);
        send("notification", subscription, payload);
    }

    /** The client comes back to the address it came to, this session's id behind it. */
    void askToReconnect() {
        reconnectBy = System.nanoTime() + TimeUnit.SECONDS.toNanos(TO_RECONNECT);
        ObjectNode payload = Json.object();
        payload.putObject("session")
                .put("id", id)
                .put("status", "reconnecting")
                .putNull("keepalive_timeout_seconds")
                .put("reconnect_url", "ws://" + socket.header("Host") + EventSubDoor.PATH + "?reconnect=" + id)
                .put("connected_at", Json.time(eventSub.clock().now()));
        send("session_reconnect", null, payload);
    }

    boolean isAsked() {
        return reconnectBy != 0;
    }

    /** A subscription has ended by itself: the account took the token back. */
    void revoked(EventSub.Subscription subscription) {
        ObjectNode payload = Json.object();
        payload.set("subscription", subscription.json("authorization_revoked"));
        send("revocation", subscription, payload);
    }

    /** A new connection took over; this one closes once the client left or a second passed. */
    void superseded() {
        superseded = true;
    }

    void close(int code, String reason) {
        queue.offer(new Close(code, reason));
    }

    void closed() {
        gone = true;
        queue.clear();
        queue.offer(new Close(1000, "gone"));
    }

    private void send(String kind, EventSub.@Nullable Subscription subscription, ObjectNode payload) {
        if (gone) {
            return;
        }
        ObjectNode frame = Json.object();
        ObjectNode metadata = frame.putObject("metadata")
                .put("message_id", UUID.randomUUID().toString())
                .put("message_type", kind)
                .put("message_timestamp", Json.time(eventSub.clock().now()));
        if (subscription != null) {
            metadata.put("subscription_type", subscription.type).put("subscription_version", subscription.version);
        }
        frame.set("payload", payload);
        String name = subscription == null ? kind : kind + " " + subscription.type;
        if (!queue.offer(new Text(name, new String(Json.bytes(frame), StandardCharsets.UTF_8)))) {
            Thread.ofVirtual().name("eventsub-hang-up").start(socket.session::disconnect);
        }
    }

    private void write() {
        long began = System.nanoTime();
        try {
            boolean open = true;
            while (open) {
                Out out = queue.poll(1, TimeUnit.SECONDS);
                open = out == null ? idle(began) : write(out);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CompletionException lost) {
            socket.session.disconnect();
        }
    }

    private long quiet = System.nanoTime();

    /** Nothing to say for a second: keepalives and what a client must have done by now. */
    private boolean idle(long began) {
        long now = System.nanoTime();
        if (gone) {
            return false;
        }
        if (subscribed.get() == 0 && now - began > TimeUnit.SECONDS.toNanos(TO_SUBSCRIBE)) {
            return write(new Close(4003, "connection unused"));
        }
        if (superseded) {
            return write(new Close(4004, "reconnect grace time expired"));
        }
        if (reconnectBy != 0 && now > reconnectBy) {
            return write(new Close(4004, "reconnect grace time expired"));
        }
        if (now - quiet > TimeUnit.SECONDS.toNanos(keepalive) - TimeUnit.MILLISECONDS.toNanos(1500)) {
            send("session_keepalive", null, Json.object());
        }
        return true;
    }

    private boolean write(Out out) {
        return switch (out) {
            case Close(int code, String reason) -> {
                socket.closeSession(code, reason);
                yield false;
            }
            case Text(String kind, String text) -> {
                Optional<Faults.Fault> fault = kind.startsWith("notification")
                        ? eventSub.faults().take(Faults.OF_FRAMES, kind)
                        : Optional.empty();
                if (fault.isPresent() && fault.get().kind().equals("disconnect")) {
                    socket.session.disconnect();
                    yield false;
                }
                put(text);
                if (fault.isPresent()) {
                    put(text);
                }
                yield true;
            }
        };
    }

    private void put(String text) {
        Callback.Completable sent = new Callback.Completable();
        socket.session.sendText(text, sent);
        sent.join();
        quiet = System.nanoTime();
    }

    /** Whatever a client says here but pong is an error of the client. */
    void received(JsonNode ignored) {
        close(4001, "client sent inbound traffic");
    }
}
