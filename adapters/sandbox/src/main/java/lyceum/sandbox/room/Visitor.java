package lyceum.sandbox.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One person in one room: a WebSocket that comes back by its cursor when it breaks, and says again, under the same mark, what was
 * not acknowledged.
 */
final class Visitor implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long BETWEEN_TRIES_MILLIS = 100;

    private final HttpClient http;
    private final String name;
    private final String room;
    private final Supplier<@Nullable Address> address;
    private final Consumer<JsonNode> told;
    private final Seen seen = new Seen();
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final StringBuilder part = new StringBuilder();
    private final AtomicBoolean running = new AtomicBoolean();
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
    private volatile @Nullable WebSocket socket;
    private volatile boolean welcome;
    private volatile boolean closed;
    /** By which the hub knows a guest again, as their browser keeps it; empty before they came for the first time. */
    private volatile String kept = "";

    private record Pending(ObjectNode message, CompletableFuture<JsonNode> answer) {}

    /** Who comes where. */
    record Coming(HttpClient http, String name, String room) {}

    /** @param told hears what became different in what is seen */
    Visitor(Coming coming, Supplier<@Nullable Address> address, Consumer<JsonNode> told) {
        this.http = coming.http();
        this.name = coming.name();
        this.room = coming.room();
        this.address = address;
        this.told = told;
    }

    Seen seen() {
        return seen;
    }

    /** Comes in, and stays until the end. */
    void come() {
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("visitor-" + name).start(this::stay);
        }
    }

    /** Drops the connection without a word. */
    void drop() {
        WebSocket now = socket;
        if (now != null) {
            now.abort();
            lost(now);
        }
    }

    /** Says something and waits for the answer: refused with 503 when none comes in time, with 409 when the hub says no. */
    JsonNode ask(ObjectNode message, String mark, int times) throws InterruptedException {
        message.put("n", mark);
        long until = System.nanoTime() + PATIENCE.toNanos();
        come();
        for (long left = PATIENCE.toNanos(); left > 0; left = until - System.nanoTime()) {
            JsonNode answer = once(message, mark, times, left);
            if (!answer.path("is").asText().equals("no")) {
                return answer;
            }
            long wait = answer.path("wait").asLong();
            if (wait == 0) {
                throw Refused.conflict(answer.path("why").asText());
            }
            Thread.sleep(Math.min(wait, Math.max(1, (until - System.nanoTime()) / 1_000_000)));
        }
        throw new Refused(503, "the live room takes no more from " + name + " now");
    }

    /** Says something that is not answered; nobody hears it where there is no connection. */
    void tell(ObjectNode message) {
        send(message);
    }

    private JsonNode once(ObjectNode message, String mark, int times, long nanos) throws InterruptedException {
        Pending mine = new Pending(message, new CompletableFuture<>());
        synchronized (this) {
            pending.put(mark, mine);
            for (int i = 0; i < times && welcome; i++) {
                send(message);
            }
        }
        try {
            return mine.answer().get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Refused(503, "the live room has not acknowledged that");
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            synchronized (this) {
                pending.remove(mark, mine);
            }
        }
    }

    private void stay() {
        try {
            while (!closed) {
                if (socket == null) {
                    connect();
                }
                Thread.sleep(BETWEEN_TRIES_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() throws InterruptedException {
        Address to = address.get();
        if (to == null) {
            return;
        }
        try {
            WebSocket opened = http.newWebSocketBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .buildAsync(to.socket(room), this)
                    .get(3, TimeUnit.SECONDS);
            synchronized (this) {
                socket = opened;
                ObjectNode hello = Json.object().put("do", "hello").put("cursor", seen.cursor());
                String pass = to.passes().get(name);
                send(pass == null ? hello.put("name", name).put("pass", kept) : hello.put("pass", pass));
            }
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            socket = null; // the hub is away; the next try comes soon
        }
    }

    private synchronized void send(ObjectNode message) {
        WebSocket now = socket;
        if (now != null) {
            String text = new String(Json.bytes(message), StandardCharsets.UTF_8);
            sent = sent.exceptionally(_ -> null).thenCompose(_ -> now.sendText(text, true));
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            String text = part.toString();
            part.setLength(0);
            heard(Json.read(text));
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void heard(JsonNode message) {
        switch (message.path("is").asText()) {
            case "welcome" -> {
                if (message.path("fresh").asBoolean() && seen.cursor() > 0) {
                    seen.clear();
                }
                lines(message);
                welcomed();
            }
            case "lines" -> lines(message);
            case "you" -> kept = message.path("pass").asText();
            case "typing" -> told.accept(message);
            case "ack", "no", "synced" -> answered(message);
            default -> {}
        }
    }

    private void lines(JsonNode message) {
        message.path("lines").forEach(line -> {
            if (seen.take(line)) {
                told.accept(line);
            }
        });
        if (message.path("cursor").isNumber()) {
            seen.seenUpTo(message.path("cursor").asLong());
        }
    }

    private synchronized void welcomed() {
        welcome = true;
        pending.values().forEach(waiting -> send(waiting.message()));
    }

    private synchronized void answered(JsonNode message) {
        Pending waiting = pending.get(message.path("n").asText());
        if (waiting != null) {
            waiting.answer().complete(message);
        }
    }

    private synchronized void lost(WebSocket from) {
        if (from.equals(socket)) {
            socket = null;
            welcome = false;
            part.setLength(0);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        lost(from);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        lost(from);
    }

    @Override
    public void close() {
        closed = true;
        WebSocket now = socket;
        if (now != null) {
            now.abort();
        }
    }
}
