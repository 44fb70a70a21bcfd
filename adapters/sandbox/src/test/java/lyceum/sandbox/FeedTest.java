package lyceum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import lyceum.sandbox.world.Change;
import lyceum.sandbox.world.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The feed of what changes in the rooms. */
class FeedTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Visitor visitor = new Visitor(sandbox.url());
    private final List<Change> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        visitor.close();
        sandbox.close();
    }

    @Test
    void aListenerHearsWhatIsSaidEditedAndDeletedOnBothSidesInOrder() throws Exception {
        try (AutoCloseable _ = sandbox.listen(heard::add)) {
            for (String platform : List.of("discord", "telegram")) {
                String room = platform + "/general";
                String message = visitor.say(room, "ann", "hello");
                visitor.post(
                        room + "/edit",
                        Json.object().put("who", "ann").put("message", message).put("text", "hello all"));
                visitor.post(
                        room + "/react",
                        Json.object().put("who", "bob").put("message", message).put("emoji", "👍"));
                visitor.post(room + "/delete", Json.object().put("who", "ann").put("message", message));
            }
            await().until(() -> heard.size() == 8);
        }

        assertThat(heard)
                .extracting(change -> change.platform() + " " + change.room() + " " + change.kind() + " " + change.who()
                        + ": " + change.text())
                .containsExactly(
                        "discord general POSTED ann: hello",
                        "discord general EDITED ann: hello all",
                        "discord general OTHER ann: ",
                        "discord general DELETED ann: hello all",
                        "telegram general POSTED ann: hello",
                        "telegram general EDITED ann: hello all",
                        "telegram general OTHER ann: ",
                        "telegram general DELETED ann: hello all");
        assertThat(heard).extracting(Change::nanos).isSorted();
        assertThat(heard).noneMatch(Change::bot);
    }

    @Test
    void aThreadATopicAndAPrivateTalkAreNamedAsInCalls() throws Exception {
        try (AutoCloseable _ = sandbox.listen(heard::add)) {
            visitor.say("discord/help:heaps", "ann", "one");
            visitor.say("telegram/general:questions", "ann", "two");
            visitor.say("telegram/private", "ann", "three");
            await().until(() -> heard.size() >= 3);
        }

        assertThat(heard).extracting(Change::room).containsExactly("help:heaps", "general:questions", "private");
    }

    @Test
    void aListenerThatStandsStillHoldsUpNobody() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        try (AutoCloseable _ = sandbox.listen(change -> awaitQuietly(leave));
                AutoCloseable _ = sandbox.listen(heard::add)) {
            for (int i = 0; i < 100; i++) {
                visitor.say("discord/general", "ann", "line " + i);
            }
            await().until(() -> heard.size() == 100);
        } finally {
            leave.countDown();
        }

        assertThat(heard)
                .extracting(Change::text)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "line " + i).toList());
    }

    @Test
    void nothingIsHeardAfterListeningEnded() throws Exception {
        AutoCloseable listening = sandbox.listen(heard::add);
        listening.close();
        List<Change> others = new CopyOnWriteArrayList<>();
        try (AutoCloseable _ = sandbox.listen(others::add)) {
            visitor.say("discord/general", "ann", "hello");
            await().until(() -> others.size() == 1);
        }

        assertThat(heard).isEmpty();
    }

    @Test
    void aPageReadsTheFeedAsServerSentEvents() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<java.io.InputStream> answer = http.send(
                    HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/feed"))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                lines.readLine();
                lines.readLine();
                visitor.say("telegram/general", "小明", "大家好\ndata: no event of mine");
                assertThat(lines.readLine()).isEqualTo("event: change");
                JsonNode change = Json.read(lines.readLine().substring("data: ".length()));
                assertThat(lines.readLine()).isEmpty();

                assertThat(change.path("who").asText()).isEqualTo("小明");
                assertThat(change.path("text").asText()).isEqualTo("大家好\ndata: no event of mine");
                assertThat(change.path("kind").asText()).isEqualTo("posted");
                assertThat(change.path("nanos").asLong()).isLessThanOrEqualTo(System.nanoTime());
            }
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        }
    }

    @Test
    void aPageThatStopsReadingLosesEventsAndSlowsNobody() throws Exception {
        try (Socket asleep = reader();
                AutoCloseable _ = sandbox.listen(heard::add)) {
            List<Duration> took = new ArrayList<>();
            String long4000 = "x".repeat(4_000);
            for (int i = 0; i < 2_500; i++) {
                long before = System.nanoTime();
                visitor.say("telegram/general", "ann", long4000);
                took.add(Duration.ofNanos(System.nanoTime() - before));
            }
            await().until(() -> heard.size() == 2_500);

            assertThat(took).allSatisfy(one -> assertThat(one).isLessThan(Duration.ofSeconds(2)));
            assertThat(asleep.isConnected()).isTrue();
        }
    }

    private Socket reader() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), sandbox.port()));
        socket.getOutputStream()
                .write("GET /sandbox/feed HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
