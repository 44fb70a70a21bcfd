package lyceum.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection to a browser that speaks the Chrome DevTools Protocol: calls with their answers, and what happens in each session. */
final class Wire implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final ObjectMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    Wire(URI browser) {
        socket = client.newWebSocketBuilder().buildAsync(browser, this).join();
    }

    /** What happens in a session is told here, on the connection's thread. */
    void listen(String session, Consumer<JsonNode> listener) {
        listeners.put(session, listener);
    }

    /** Asks and waits for the answer; {@code session} is null for the browser as a whole. */
    JsonNode call(@Nullable String session, String method, Map<String, ?> parameters) {
        try {
            return send(session, method, parameters).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(method + " is refused", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(method + " is not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks, and does not wait. */
    synchronized CompletableFuture<JsonNode> send(@Nullable String session, String method, Map<String, ?> parameters) {
        int id = lastId.incrementAndGet();
        ObjectNode call = json.createObjectNode().put("id", id).put("method", method);
        call.set("params", json.valueToTree(parameters));
        if (session != null) {
            call.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        socket.sendText(call.toString(), true).join();
        return answer;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String whole = partial.toString();
            partial.setLength(0);
            heard(whole);
        }
        from.request(1);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        asked.values().forEach(answer -> answer.completeExceptionally(error));
    }

    private void heard(String whole) {
        JsonNode message = parse(whole);
        CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt(-1));
        if (answer == null) {
            listeners.getOrDefault(message.path("sessionId").asText(), _ -> {}).accept(message);
        } else if (message.has("error")) {
            answer.completeExceptionally(new IllegalStateException(
                    message.path("error").path("message").asText()));
        } else {
            answer.complete(message.path("result"));
        }
    }

    private JsonNode parse(String whole) {
        try {
            return json.readTree(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the browser says no JSON", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
