package lyceum.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that stop reading without closing, as a process that hangs or was killed: nobody else may wait for them. */
class DeafClientTest {
    private static final int MESSAGES = 20_000;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        http.close();
        sandbox.close();
    }

    @Test
    void aGatewayClientThatStopsReadingSlowsNobodyAndLosesItsSession() throws Exception {
        Deaf deaf = new Deaf(http, sandbox.url());
        try (RawGateway awake = RawGateway.identified(sandbox.url(), Bot.GUEST, Intents.KNOWN)) {
            long[] took = say("discord", MESSAGES);

            assertThat(Arrays.stream(took).max().orElseThrow()).isLessThan(LONGEST_NANOS);
            assertThat(awake.event("MESSAGE_CREATE").path("d").path("content").asText())
                    .startsWith("0 ");
        } finally {
            deaf.socket.abort();
        }
        try (RawGateway again = new RawGateway(sandbox.url())) {
            again.resume(Bot.HUB, deaf.sessionId(), 2);

            assertThat(again.op(9).path("d").asBoolean()).isFalse();
        }
    }

    @Test
    void aPollerThatNeverReadsItsAnswerSlowsNobody() throws Exception {
        say("telegram", 100);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), sandbox.port()));
            String request = "GET /bot1000:sandbox-hub/getUpdates?timeout=50 HTTP/1.1\r\nHost: x\r\n\r\n";
            for (int i = 0; i < 100; i++) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            }

            long[] took = say("telegram", 1_000);

            assertThat(Arrays.stream(took).max().orElseThrow()).isLessThan(LONGEST_NANOS);
        }
    }

    private long[] say(String platform, int count) throws IOException, InterruptedException {
        long[] took = new long[count];
        String long1000 = "x".repeat(1_000);
        for (int i = 0; i < count; i++) {
            ObjectNode said = Json.object().put("who", "ann").put("text", i + " " + long1000);
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(sandbox.url() + "/sandbox/" + platform + "/general/say"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(said)))
                    .build();
            long before = System.nanoTime();
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            took[i] = System.nanoTime() - before;
        }
        return took;
    }

    /** A hub that identifies, reads its first three frames, and then nothing more. */
    private static final class Deaf implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder();
        private final CountDownLatch frames = new CountDownLatch(3);
        private final WebSocket socket;

        Deaf(HttpClient http, String url) throws InterruptedException {
            socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create(url.replace("http", "ws") + "/discord/gateway?v=10&encoding=json"), this)
                    .join();
            String token = Bot.HUB.token();
            socket.sendText("{\"op\":2,\"d\":{\"token\":\"" + token + "\",\"intents\":" + Intents.KNOWN + "}}", true)
                    .join();
            assertThat(frames.await(10, TimeUnit.SECONDS)).isTrue();
        }

        String sessionId() {
            synchronized (heard) {
                return heard.toString().replaceFirst("(?s).*\"session_id\":\"([^\"]+)\".*", "$1");
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            synchronized (heard) {
                heard.append(data);
            }
            if (last) {
                frames.countDown();
            }
            if (frames.getCount() > 0) {
                from.request(1);
            }
            return null;
        }
    }
}
