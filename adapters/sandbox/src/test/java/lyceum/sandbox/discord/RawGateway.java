package lyceum.sandbox.discord;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** A gateway client that does nothing by itself: it shows every frame as it came. */
final class RawGateway implements WebSocket.Listener, AutoCloseable {
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final Inflater inflater = new Inflater();
    private final WebSocket socket;
    private volatile int closed;

    RawGateway(String url) {
        this(url, "?v=10&encoding=json");
    }

    RawGateway(String url, String query) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url.replace("http", "ws") + "/discord/gateway" + query), this)
                .join();
    }

    static RawGateway identified(String url, Bot bot, long intents) {
        RawGateway gateway = new RawGateway(url);
        gateway.identify(bot, intents);
        gateway.event("GUILD_CREATE");
        return gateway;
    }

    void identify(Bot bot, long intents) {
        send("{'op':2,'d':{'token':'" + bot.token() + "','intents':" + intents + ",'properties':{}}}");
    }

    void resume(Bot bot, String session, long seq) {
        send("{'op':6,'d':{'token':'" + bot.token() + "','session_id':'" + session + "','seq':" + seq + "}}");
    }

    void send(String json) {
        socket.sendText(json.replace('\'', '"'), true).join();
    }

    /** Waits for the first frame that fits. */
    JsonNode frame(Predicate<JsonNode> fits) {
        await().until(() -> frames.stream().anyMatch(fits));
        return frames.stream().filter(fits).findFirst().orElseThrow();
    }

    JsonNode event(String type) {
        return frame(frame -> frame.path("t").asText().equals(type));
    }

    JsonNode op(int op) {
        return frame(frame -> frame.path("op").asInt() == op);
    }

    List<String> contents() {
        return frames.stream()
                .filter(frame -> frame.path("t").asText().equals("MESSAGE_CREATE"))
                .map(frame -> frame.path("d").path("content").asText())
                .toList();
    }

    long lastSeq() {
        return frames.stream()
                .mapToLong(frame -> frame.path("s").asLong(0))
                .max()
                .orElse(0);
    }

    /** Waits for the code with which the sandbox closes. */
    int closeCode() {
        await().until(() -> closed != 0);
        return closed;
    }

    /** Goes away without a word, as a process that was killed. */
    void abort() {
        socket.abort();
    }

    void leave(int code) {
        socket.sendClose(code, "").join();
    }

    @Override
    public void close() {
        socket.abort();
        inflater.end();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            frames.add(Json.read(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] some = new byte[data.remaining()];
        data.get(some);
        binary.writeBytes(some);
        if (last) {
            frames.add(Json.read(inflate(binary.toByteArray())));
            binary.reset();
        }
        from.request(1);
        return null;
    }

    private String inflate(byte[] packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        inflater.setInput(packed);
        try {
            while (!inflater.needsInput()) {
                out.write(chunk, 0, inflater.inflate(chunk));
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = closed == 0 ? 1006 : closed;
    }
}
