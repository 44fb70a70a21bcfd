package lyceum.web.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.neovisionaries.ws.client.WebSocket;
import com.neovisionaries.ws.client.WebSocketAdapter;
import com.neovisionaries.ws.client.WebSocketException;
import com.neovisionaries.ws.client.WebSocketExtension;
import com.neovisionaries.ws.client.WebSocketFactory;
import com.neovisionaries.ws.client.WebSocketFrame;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.zip.DataFormatException;
import lyceum.kernel.platform.PlatformRefused;
import org.eclipse.jetty.websocket.core.ExtensionConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames are compressed for viewers who take them so, and what they send compressed is understood. */
class DeflateTest {
    private static final int MOST = 8_192;

    @Test
    void whatIsDeflatedIsInflatedAgain() throws DataFormatException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int length : List.of(0, 1, 7, 1_000, MOST)) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            for (byte[] message : List.of(
                    noise, "线性代数 ".repeat(length).substring(0, length / 3).getBytes(StandardCharsets.UTF_8))) {
                ByteBuffer deflated = ByteBuffer.wrap(Deflate.deflated(message));
                assertThat(Deflate.inflated(deflated, MOST)).contains(ByteBuffer.wrap(message));
            }
        }
    }

    @Test
    void whatWouldBecomeTooLongIsNotInflated() throws DataFormatException {
        byte[] bomb = Deflate.deflated(new byte[1_000_000]);

        assertThat(bomb).hasSizeLessThan(MOST);
        assertThat(Deflate.inflated(ByteBuffer.wrap(bomb), MOST)).isEmpty();
        assertThatThrownBy(() -> Deflate.inflated(ByteBuffer.wrap(new byte[] {7, 7, 7, 7}), MOST))
                .isInstanceOf(DataFormatException.class);
    }

    @Test
    void anOfferIsTakenUnlessItAsksForASmallerWindow() {
        assertThat(accepted("permessage-deflate; client_max_window_bits"))
                .startsWith("permessage-deflate;")
                .contains("server_no_context_takeover", "client_no_context_takeover");
        assertThat(accepted("permessage-deflate; server_max_window_bits=10")).isEmpty();
        assertThat(accepted("permessage-deflate; server_max_window_bits=10", "permessage-deflate"))
                .isNotEmpty();
        assertThat(accepted("x-webkit-deflate-frame")).isEmpty();
    }

    private static String accepted(String... offers) {
        return Deflate.accepts(
                        List.of(offers).stream().map(ExtensionConfig::parse).toList())
                .map(ExtensionConfig::getParameterizedName)
                .orElse("");
    }

    @TempDir
    private Path folder;

    @Test
    void aViewerWhoCompressesTalksAndListens() throws IOException, WebSocketException, PlatformRefused {
        List<String> heard = new CopyOnWriteArrayList<>();
        AtomicInteger compressed = new AtomicInteger();
        try (SmallHub hub = new SmallHub(folder.resolve("lyceum.db"), 0, 100_000)) {
            hub.start(new Patient());
            WebSocket socket = connect(hub.address(), heard, compressed);
            socket.sendText("{\"do\":\"hello\",\"name\":\"ann\",\"cursor\":-1}");
            await().until(() -> heard.stream().anyMatch(text -> text.contains("welcome")));
            String words = "a vector space ".repeat(30).strip();
            socket.sendText("{\"do\":\"say\",\"n\":\"1\",\"text\":\"%s\"}".formatted(words));

            await().until(() -> heard.stream().anyMatch(text -> text.contains("\"lines\"") && text.contains(words)));
            assertThat(compressed).hasPositiveValue();
            socket.sendText("{\"do\":\"say\",\"n\":\"2\",\"text\":\"%s\"}".formatted("z".repeat(1_000_000)));
            await().until(() -> !socket.isOpen());
        }
    }

    private static WebSocket connect(URI hub, List<String> heard, AtomicInteger compressed)
            throws IOException, WebSocketException {
        WebSocket socket = new WebSocketFactory()
                .createSocket("ws://" + hub.getAuthority() + "/room/class/socket")
                .addExtension(WebSocketExtension.PERMESSAGE_DEFLATE)
                .addListener(new WebSocketAdapter() {
                    @Override
                    public void onFrame(WebSocket from, WebSocketFrame frame) {
                        compressed.addAndGet(frame.getRsv1() ? 1 : 0);
                    }

                    @Override
                    public void onTextMessage(WebSocket from, String text) {
                        heard.add(text);
                    }
                })
                .connect();
        assertThat(socket.getAgreedExtensions()).hasSize(1);
        return socket;
    }
}
