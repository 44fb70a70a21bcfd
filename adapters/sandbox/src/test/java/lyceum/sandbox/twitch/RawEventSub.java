package lyceum.sandbox.twitch;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** A bare connection to EventSub that keeps every frame that it hears. */
final class RawEventSub implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final WebSocket socket;
    private volatile int code;

    RawEventSub(String url) {
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(url.replaceFirst("^http", "ws")), new WebSocket.Listener() {
                    private final StringBuilder part = new StringBuilder();

                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        part.append(data);
                        if (last) {
                            frames.add(Json.read(part.toString().getBytes(StandardCharsets.UTF_8)));
                            part.setLength(0);
                        }
                        from.request(1);
                        return null;
                    }

                    @Override
                    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                        code = status;
                        return null;
                    }
                })
                .join();
    }

    JsonNode hear(String kind) {
        return await(kind)
                .atMost(Duration.ofSeconds(20))
                .until(() -> all(kind), found -> !found.isEmpty())
                .getFirst();
    }

    List<JsonNode> all(String kind) {
        return frames.stream()
                .filter(frame -> frame.at("/metadata/message_type").asText().equals(kind))
                .toList();
    }

    /** The session's id, as soon as it is welcome. */
    String session() {
        return hear("session_welcome").at("/payload/session/id").asText();
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    /** The code with which the connection was closed, as soon as it was. */
    int closed() {
        return await().atMost(Duration.ofSeconds(20)).until(() -> code, status -> status != 0);
    }

    boolean isOpen() {
        return code == 0;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
