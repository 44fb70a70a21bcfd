package lyceum.web.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.PlatformRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live room as its viewers have it, on the wire. */
class RoomTest {
    private static final int UNHURRIED = 100_000;
    private static final Speaker MEI = new Speaker(
            new AuthorId(new PlatformName("telegram"), "4711"), "mei", null, Standing.MODERATOR, false, null);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private SmallHub hub;

    @BeforeEach
    void given() throws PlatformRefused {
        hub = open(UNHURRIED);
    }

    private SmallHub open(int linesPerMinute) throws PlatformRefused {
        SmallHub opened = new SmallHub(folder.resolve("lyceum.db"), 0, linesPerMinute);
        opened.start(new Patient());
        return opened;
    }

    @AfterEach
    void close() {
        hub.close();
        http.shutdownNow();
    }

    private Browser enter(String name) {
        return Browser.enter(http, hub.address(), name, -1);
    }

    @Test
    void whoComesBackAfterTheHubWasAwayMissesNothingAndSeesNothingTwice() throws PlatformRefused {
        long cursor;
        try (Browser ann = enter("ann");
                Browser bob = enter("bob")) {
            ann.say("1", "before");
            bob.awaitWords("before");
            cursor = bob.cursor();
            ann.say("2", "meanwhile");
            ann.awaitWords("meanwhile");
        }
        hub.close();
        hub = open(UNHURRIED);
        try (Browser again = Browser.enter(http, hub.address(), "bob", cursor)) {
            assertThat(again.words()).containsExactly("meanwhile");
            assertThat(again.hear("welcome").path("missed").asInt()).isZero();
            assertThat(again.cursor()).isGreaterThan(cursor);
        }
    }

    @Test
    void whatIsWrittenAtOnceGoesOutInOneFrame() {
        try (Browser reader = enter("reader");
                Browser writer = enter("writer")) {
            IntStream.range(0, 19).forEach(i -> hub.turn(posted("line " + i)));
            writer.say("20", "line 19");
            reader.awaitWords("line 19");

            assertThat(reader.words()).hasSize(20);
            assertThat(reader.all("lines")).hasSize(1);
        }
    }

    private static MessagePosted posted(String text) {
        String line = "v" + text.replaceAll("\\W", "");
        Speaker speaker = new Speaker(Ids.author("guest-1"), "carla", null, Standing.FAN, false, Language.EN);
        return new MessagePosted(
                new Key(Ids.PLATFORM, line, ""),
                Ids.line("class", line),
                speaker,
                Text.of(text),
                List.of(),
                null,
                Instant.EPOCH);
    }

    @Test
    void whatIsSentTwiceUnderOneMarkStandsOnce() {
        try (Browser ann = enter("ann")) {
            ann.say("same", "once");
            ann.say("same", "once");
            ann.say("other", "after");
            ann.awaitWords("after");

            assertThat(ann.words()).containsExactly("once", "after");
            await().until(() -> ann.all("ack").size() == 3);
        }
    }

    @Test
    void aLineThatIsTakenBackIsGoneForThoseWhoComeLater() {
        try (Browser ann = enter("ann")) {
            ann.say("1", "oh no");
            ann.awaitWords("oh no");
            String line = ann.hear("ack").path("id").asText();
            ann.send("{\"do\":\"delete\",\"n\":\"2\",\"line\":\"%s\"}".formatted(line));
            await().until(() -> ann.all("lines").stream().anyMatch(RoomTest::deletes));

            try (Browser late = enter("late")) {
                assertThat(late.words()).isEmpty();
            }
        }
    }

    private static boolean deletes(JsonNode lines) {
        return lines.path("lines").path(0).path("kind").asText().equals("deleted");
    }

    @Test
    void nobodyButItsAuthorChangesALine() {
        try (Browser ann = enter("ann");
                Browser bob = enter("bob")) {
            ann.say("1", "mine");
            bob.awaitWords("mine");
            String line = ann.hear("ack").path("id").asText();
            bob.send("{\"do\":\"edit\",\"n\":\"2\",\"line\":\"%s\",\"text\":\"his\"}".formatted(line));

            assertThat(bob.hear("no").path("why").asText()).contains("Only its author");
        }
    }

    @Test
    void namesOfMembersAndTheirLookAlikesCannotBeTaken() {
        hub.room().pass("ada", "Ada Lovelace", Standing.CREATOR);
        for (String name : List.of("ada lovelace", "Аda L0velace", "Ada_Love1ace", "ａｄａ lovelace", "ＬＹＣＥＵＭ")) {
            try (Browser browser = enter(name)) {
                assertThat(browser.hear("no").path("why").asText()).contains("belongs to somebody else");
                assertThat(browser.hear("you").path("name").asText()).isEmpty();
            }
        }
    }

    @Test
    void aLinkMakesSomebodyAMemberOnce() {
        String hello = hello(hub.link(MEI));
        try (Browser first = new Browser(http, hub.address());
                Browser second = new Browser(http, hub.address())) {
            first.send(hello);
            assertThat(first.hear("you").path("standing").asText()).isEqualTo("moderator");
            second.send(hello);
            assertThat(second.hear("you").path("standing").asText()).isEqualTo("fan");
            assertThat(second.hear("no").path("why").asText()).contains("used already");
        }
    }

    private static String hello(URI link) {
        return "{\"do\":\"hello\",\"cursor\":-1,\"code\":\"%s\"}"
                .formatted(link.getFragment().replace("code=", ""));
    }

    @Test
    void whoComesByALinkSpeaksAsTheAccountThatAskedForItAndShowsNobodyItsNumber() {
        try (Browser mei = new Browser(http, hub.address());
                Browser bob = enter("bob")) {
            mei.send(hello(hub.link(MEI)));
            mei.hear("welcome");
            mei.say("1", "hello from my phone");
            bob.awaitWords("hello from my phone");

            assertThat(hub.spoke().getLast()).isEqualTo(MEI.id());
            JsonNode who = bob.hear("lines").path("lines").path(0).path("who");
            assertThat(who.path("name").asText()).isEqualTo("mei");
            assertThat(who.path("standing").asText()).isEqualTo("moderator");
            assertThat(who.path("by").asText()).matches("member-[0-9a-f]{20}");
            assertThat(who.path("badges").path(0).asText()).isEqualTo("Patron");
        }
    }

    @Test
    void nobodyIsStaffForLongerThanTheirLinkSays() {
        Accounts accounts = new Accounts(new byte[32]);
        Instant now = Instant.parse("2026-03-01T18:00:00Z");
        String pass = new Entrance(accounts, () -> now, "class")
                .pass(MEI.id(), "mei", Standing.MODERATOR, Duration.ofHours(12));

        assertThat(new Passes(accounts, () -> now.plus(Duration.ofHours(11))).read(pass))
                .map(Guest::standing)
                .contains(Standing.MODERATOR);
        assertThat(new Passes(accounts, () -> now.plus(Duration.ofHours(13))).read(pass))
                .map(Guest::standing)
                .contains(Standing.FAN);
    }

    @Test
    void aPassThatTheHubDidNotSignIsAStrangers() {
        String pass = hub.room().pass("ada", "ada", Standing.CREATOR);
        try (Browser browser = new Browser(http, hub.address())) {
            browser.send("{\"do\":\"hello\",\"cursor\":-1,\"pass\":\"x%s\"}".formatted(pass));
            assertThat(browser.hear("you").path("standing").asText()).isEqualTo("fan");
        }
    }

    @Test
    void whoWritesTooFastIsToldHowLongToWait() throws PlatformRefused {
        hub.close();
        hub = open(3);
        try (Browser ann = enter("ann")) {
            ann.say("1", "one");
            ann.say("2", "two");

            assertThat(ann.hear("no").path("why").asText()).contains("write again in");
            assertThat(ann.hear("no").path("wait").asLong()).isBetween(1L, 20_000L);
        }
    }

    @Test
    void takingBackAndChangingLinesIsAsSlowAsSayingThem() throws PlatformRefused {
        hub.close();
        hub = open(6);
        try (Browser ann = enter("ann")) {
            ann.say("1", "one");
            String line = ann.hear("ack").path("id").asText();
            ann.awaitWords("one");
            ann.send("{\"do\":\"edit\",\"n\":\"2\",\"line\":\"%s\",\"text\":\"uno\"}".formatted(line));
            ann.send("{\"do\":\"delete\",\"n\":\"3\",\"line\":\"%s\"}".formatted(line));

            assertThat(ann.hear("no").path("n").asText()).isEqualTo("3");
            assertThat(ann.hear("no").path("why").asText()).contains("write again in");
        }
    }

    @Test
    void whoDoesNotReadHoldsUpNobody() throws IOException {
        try (Socket stalled =
                new Socket(InetAddress.getLoopbackAddress(), hub.address().getPort())) {
            stalled.setReceiveBufferSize(1024);
            stalled.getOutputStream().write(upgrade("").getBytes(StandardCharsets.US_ASCII));
            stalled.getOutputStream().write(frame("{\"do\":\"hello\",\"cursor\":-1}"));
            try (Browser ann = enter("ann")) {
                String filling = "x".repeat(400);
                for (int round = 0; round < 5; round++) {
                    String last = "round " + round;
                    IntStream.range(0, 500).forEach(i -> hub.turn(posted(last + " " + i + " " + filling)));
                    ann.say(last, last);
                    ann.awaitWords(last);
                }
                assertThat(ann.words()).hasSize(5 * 501);
            }
        }
    }

    @Test
    void thePageOfAnotherSiteIsTurnedAway() throws IOException {
        assertThat(status("Origin: https://evil.example\r\n")).isEqualTo(403);
        assertThat(status("Origin: https://class.example\r\n")).isEqualTo(101);
        assertThat(status("Origin: http://127.0.0.1:" + hub.address().getPort() + "\r\n"))
                .isEqualTo(101);
        assertThatThrownBy(() -> http.newWebSocketBuilder()
                        .buildAsync(
                                URI.create("ws://" + hub.address().getAuthority() + "/room/no/socket"), new Nobody())
                        .join())
                .isInstanceOf(CompletionException.class);
    }

    private int status(String header) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), hub.address().getPort())) {
            socket.getOutputStream().write(upgrade(header).getBytes(StandardCharsets.US_ASCII));
            return Integer.parseInt(
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9));
        }
    }

    @Test
    void whatBreaksTheProtocolEndsWithItsCode() throws IOException {
        assertThat(code(new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, (byte) 0xc3, 0x28}))
                .as("not UTF-8")
                .isEqualTo(1007);
        assertThat(code(new byte[] {(byte) 0x81, 2, '{', '}'}))
                .as("without a mask")
                .isEqualTo(1002);
        assertThat(code(new byte[] {(byte) 0xf1, (byte) 0x80, 0, 0, 0, 0}))
                .as("reserved bits")
                .isEqualTo(1002);
        assertThat(code(new byte[] {(byte) 0x80, (byte) 0x80, 0, 0, 0, 0}))
                .as("a part of nothing")
                .isEqualTo(1002);
        assertThat(code(new byte[] {0x09, (byte) 0x80, 0, 0, 0, 0}))
                .as("a ping in parts")
                .isEqualTo(1002);
        assertThat(code(frame("x".repeat(9_000)))).as("too large").isEqualTo(1009);
        assertThat(code(frame("no json"))).as("no message").isEqualTo(1008);
        assertThat(code(new byte[] {(byte) 0x82, (byte) 0x81, 0, 0, 0, 0, 1}))
                .as("binary")
                .isEqualTo(1003);
        assertThat(code(new byte[] {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 3, (byte) 0xe8}))
                .as("a farewell")
                .isEqualTo(1000);
    }

    /** What the hub closes with after these bytes. */
    private int code(byte[] bytes) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), hub.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(upgrade("").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            InputStream in = socket.getInputStream();
            int before = 0;
            while (before != 0x0d0a0d0a) {
                before = (before << 8) | in.read();
            }
            byte[] head = in.readNBytes(4);
            assertThat(head[0] & 0xff).as("a close frame").isEqualTo(0x88);
            return ((head[2] & 0xff) << 8) | (head[3] & 0xff);
        }
    }

    private String upgrade(String header) {
        return "GET /room/class/socket HTTP/1.1\r\nHost: " + hub.address().getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + header + "\r\n";
    }

    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[8 + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | 126);
        frame[2] = (byte) (payload.length >> 8);
        frame[3] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 8, payload.length);
        return frame;
    }

    @Test
    void thePageRunsItsOwnScriptAlone() throws Exception {
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(hub.address().resolve("/room/class"))
                        .header("Accept-Language", "zh-CN")
                        .build(),
                BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"zh-Hans\">", "发送").doesNotContain("{{", "<style", "onclick");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void bothLanguagesHaveTheSamePhrases() {
        assertThat(SmallHub.PHRASES.keys(Language.EN)).isEqualTo(SmallHub.PHRASES.keys(Language.ZH));
    }

    /** Hears nothing. */
    private static final class Nobody implements java.net.http.WebSocket.Listener {}
}
