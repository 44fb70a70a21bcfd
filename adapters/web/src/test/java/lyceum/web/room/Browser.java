package lyceum.web.room;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** A viewer by the JDK's own WebSocket, which nobody here wrote. */
final class Browser implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final AtomicInteger closedWith = new AtomicInteger();
    private final WebSocket socket;

    Browser(HttpClient http, URI hub) {
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + hub.getAuthority() + "/room/class/socket"), this)
                .join();
    }

    /** Comes in under a name; {@code cursor} is -1 for the first time. */
    static Browser enter(HttpClient http, URI hub, String name, long cursor) {
        Browser browser = new Browser(http, hub);
        browser.send("{\"do\":\"hello\",\"name\":\"%s\",\"cursor\":%d}".formatted(name, cursor));
        browser.hear("welcome");
        return browser;
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    void say(String mark, String text) {
        send("{\"do\":\"say\",\"n\":\"%s\",\"text\":\"%s\"}".formatted(mark, text));
    }

    WebSocket socket() {
        return socket;
    }

    /** The first message of a kind, as soon as it comes. */
    JsonNode hear(String kind) {
        return await().atMost(PATIENCE).until(() -> all(kind), all -> !all.isEmpty()).getFirst();
    }

    List<JsonNode> all(String kind) {
        return heard.stream()
                .filter(message -> message.path("is").asText().equals(kind))
                .toList();
    }

    /** The words of all lines that came, in order. */
    List<String> words() {
        return heard.stream()
                .flatMap(message -> StreamSupport.stream(message.path("lines").spliterator(), false))
                .filter(line -> line.path("kind").asText().equals("said"))
                .map(line -> line.path("text").asText())
                .toList();
    }

    void awaitWords(String last) {
        await().atMost(PATIENCE).until(() -> words().contains(last));
    }

    long cursor() {
        return heard.stream()
                .filter(message -> message.path("cursor").isNumber())
                .mapToLong(message -> message.path("cursor").asLong())
                .max()
                .orElse(-1);
    }

    int awaitClose() {
        await().atMost(PATIENCE).until(() -> closedWith.get() != 0);
        return closedWith.get();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                heard.add(JSON.readTree(part.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            part.setLength(0);
        }
        return WebSocket.Listener.super.onText(from, data, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closedWith.set(code);
        return WebSocket.Listener.super.onClose(from, code, reason);
    }

    void binary() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
