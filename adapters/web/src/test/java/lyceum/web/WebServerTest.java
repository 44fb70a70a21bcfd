package lyceum.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The three pages, as a browser, a monitor and Prometheus see them. */
class WebServerTest {
    private static final Phrases PHRASES = Phrases.of("web");

    private final AtomicReference<Health> telegram = new AtomicReference<>(new Health(true, Text.of("polling")));
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void given() throws IOException {
        Map<PlatformName, Supplier<Health>> platforms = new LinkedHashMap<>();
        platforms.put(new PlatformName("discord"), () -> new Health(true, Text.of("session \"1\"")));
        platforms.put(new PlatformName("telegram"), telegram::get);
        List<Gauge> gauges = List.of(
                Gauge.counter("lyceum_events_total", Text.of("Messages heard"), () -> 12345),
                Gauge.level("lyceum_outbox", Text.of("Waiting <to go>"), () -> 0.5));
        server = new WebServer(
                new WebSettings("127.0.0.1", 0, Optional.empty()),
                List.of(new StatusSite(new Status("Ada & friends", platforms, gauges), PHRASES)));
    }

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    @Test
    void healthIsAJsonOfEveryPlatform() throws Exception {
        HttpResponse<String> answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(JsonMapper.builder().build().readTree(answer.body()))
                .isEqualTo(JsonMapper.builder().build().readTree("""
                        {"status":"up","platforms":{"discord":{"up":true,"detail":"session \\"1\\""},"telegram":{"up":true,"detail":"polling"}}}"""));
    }

    @Test
    void healthIs503AsSoonAsAPlatformIsDown() throws Exception {
        telegram.set(new Health(false, Text.of("the token is wrong")));
        HttpResponse<String> answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"status\":\"down\"", "the token is wrong");
    }

    @Test
    void metricsAreInPrometheusText() throws Exception {
        telegram.set(new Health(false, Text.of("")));
        assertThat(get("/metrics").body()).isEqualTo("""
                        # HELP lyceum_events_total Messages heard
                        # TYPE lyceum_events_total counter
                        lyceum_events_total 12345
                        # HELP lyceum_outbox Waiting <to go>
                        # TYPE lyceum_outbox gauge
                        lyceum_outbox 0.5
                        # HELP lyceum_platform_up 1 if the platform is connected, else 0
                        # TYPE lyceum_platform_up gauge
                        lyceum_platform_up{platform="discord"} 1
                        lyceum_platform_up{platform="telegram"} 0
                        """);
    }

    @Test
    void thePageSpeaksTheBrowsersLanguage() throws Exception {
        HttpResponse<String> english = get("/");
        HttpResponse<String> chinese = get("/", "Accept-Language", "fr, zh-CN;q=0.8, en;q=0.5");
        assertThat(english.body())
                .contains(
                        "<html lang=\"en\">",
                        "Everything is connected",
                        "12,345",
                        "Ada &amp; friends",
                        "Waiting &lt;to go&gt;");
        assertThat(chinese.body())
                .contains("<html lang=\"zh-Hans\">", "一切正常", "已连接", ">English</a>")
                .doesNotContain("{{");
        assertThat(get("/?lang=en", "Accept-Language", "zh").body()).contains("Everything is connected");
        assertThat(get("/", "Accept-Language", ";;q=x").body()).contains("Everything is connected");
    }

    @Test
    void thePageRunsNoScriptAndLoadsNothing() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.body()).doesNotContain("<script", "src=", "http:", "https:");
    }

    @Test
    void thePageNamesWhatIsDown() throws Exception {
        telegram.set(new Health(false, Text.of("the <token> is wrong")));
        assertThat(get("/").body()).contains("1 of 2 platforms are not connected", "the &lt;token&gt; is wrong");
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(get("/admin").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(server.address())
                .POST(BodyPublishers.ofString("x"))
                .build();
        HttpResponse<String> answer = client.send(post, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void aTakenPortIsABindException() {
        WebSettings same = new WebSettings("127.0.0.1", server.address().getPort(), Optional.empty());
        assertThatThrownBy(() -> new WebServer(same, List.of()).close()).isInstanceOf(BindException.class);
    }

    @Test
    void bothLanguagesHaveTheSamePhrases() {
        assertThat(PHRASES.keys(Language.EN)).isEqualTo(PHRASES.keys(Language.ZH));
    }
}
