package lyceum.web.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.OpenPage;
import lyceum.kernel.feature.Overlay;
import lyceum.kernel.feature.ReadTx;
import lyceum.web.WebServer;
import lyceum.web.WebSettings;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public page with two files, and an overlay, as somebody sees them who is not signed in. */
class OpenSiteTest {
    private final AtomicLong count = new AtomicLong(7);
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void given(@TempDir java.nio.file.Path folder) throws IOException {
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("x.db"));
        Offered.Reading reading = new Offered.Reading() {
            @Override
            public <T> T with(Function<ReadTx, T> reader) {
                return jdbi.withHandle(handle -> reader.apply(new ReadTx(handle, Instant.EPOCH)));
            }
        };
        Overlay overlay = new Overlay(
                "count",
                (id, tx) -> Optional.of(new Overlay.Scene(
                        Text.of("Counted <fast>"),
                        List.of(new Overlay.Bar(Text.of("All"), Text.of(count.toString()), 70, true)),
                        List.of(),
                        false,
                        Duration.ofSeconds(90))));
        Offered offered = new Offered(
                "Ada & friends",
                List.of(new OpenPage("counts", new Counts())),
                List.of(overlay),
                reading,
                Phrases.of("web"),
                count::get);
        server = new WebServer(
                new WebSettings("127.0.0.1", 0, Optional.empty()),
                List.of(new OpenSite(offered), new OverlaySite(offered)));
    }

    /** One page of number 7. */
    private final class Counts implements OpenPage.Source {
        @Override
        public Optional<OpenPage.Shown> page(long id, ReadTx tx) {
            return id == 7
                    ? Optional.of(new OpenPage.Shown(
                            Text.of("A <b>count</b>"), Document.of(Text.of("now " + count)), Optional.of("check.html")))
                    : Optional.empty();
        }

        @Override
        public Optional<OpenPage.File> file(long id, String name, ReadTx tx) {
            return switch (name) {
                case "check.html" -> Optional.of(new OpenPage.File("text/html", "<script>1</script>"));
                case "data.json" -> Optional.of(new OpenPage.File("application/json", "{}"));
                default -> Optional.empty();
            };
        }
    }

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    private String streamed(String path) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = client.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            return lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
        }
    }

    @Test
    void aPageIsShownToEverybodyInTheirLanguage() throws Exception {
        HttpResponse<String> answer = get("/counts/7?lang=zh-Hans");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "<html lang=\"zh-Hans\">",
                        "A &lt;b&gt;count&lt;/b&gt;",
                        "now 7",
                        "src=\"/counts/7/check.html\"");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'");
    }

    @Test
    void aFileOfHtmlRunsAloneAndWithoutNetwork() throws Exception {
        assertThat(get("/counts/7/check.html")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .startsWith("sandbox allow-scripts")
                .contains("default-src 'none'")
                .doesNotContain("connect-src");
        assertThat(get("/counts/7/data.json").headers().firstValue("Content-Type"))
                .hasValue("application/json; charset=utf-8");
    }

    @Test
    void whatIsNotThereIsSaidSoAndOtherPathsAreLeftToOthers() throws Exception {
        assertThat(get("/counts/8").body()).isEqualTo("There is nothing here.");
        assertThat(get("/counts/7/secret.txt").statusCode()).isEqualTo(404);
        assertThat(get("/other/7").body()).isEmpty();
        assertThat(get("/overlay/other/7").body()).isEmpty();
    }

    @Test
    void whoeverLooksOnSeesWhatIsNow() throws Exception {
        assertThat(streamed("/counts/7/live")).contains("now 7");
        count.set(8);

        assertThat(streamed("/counts/7/live")).contains("now 8");
    }

    @Test
    void anOverlayIsAPageOfItsOwnThatIsToldWhatToShow() throws Exception {
        assertThat(get("/overlay/count/1").body())
                .contains("/overlay/scene.js", "data-live=\"/overlay/count/1/live?lang=en\"");
        assertThat(streamed("/overlay/count/1/live?lang=en"))
                .contains(
                        "\"title\":\"Counted <fast>\"", "\"left\":90", "\"value\":\"7\",\"percent\":70,\"leads\":true");
    }
}
