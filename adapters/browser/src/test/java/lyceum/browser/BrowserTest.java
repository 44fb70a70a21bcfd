package lyceum.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The tests' own browser does what a person does, and notices what a page should not do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test</title>
            <style>body { font: 100px sans-serif; margin: 0 } @media (prefers-color-scheme: dark) { body { background: #000 } }</style>
            <main><h1 id="say">中文</h1><label>Name <input id="name"></label> <button id="go">Go</button> <button>Other</button></main>
            <script>
            document.cookie = 'seen=1';
            document.getElementById('go').onclick = () => document.getElementById('say').textContent = 'Hello ' + document.getElementById('name').value;
            document.getElementById('name').onkeydown = e => { if (e.key === 'Enter') document.getElementById('say').textContent = 'Entered' };
            </script>""";

    @TempDir
    Path folder;

    private Browser browser;
    private HttpServer server;
    private String address;

    @BeforeAll
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                String text = path.equals("/language")
                        ? String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language"))
                        : PAGE;
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(
                        path.equals("/favicon.ico") ? 204 : 200, path.equals("/favicon.ico") ? -1 : body.length);
                if (!path.equals("/favicon.ico")) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        browser = Browser.start();
    }

    @AfterAll
    void stop() {
        browser.close();
        server.stop(0);
    }

    @Test
    void itWritesClicksAndPressesKeys() {
        try (Tab tab = browser.tab()) {
            tab.go(address).type("#name", "小明").click("button", "Go").sees("Hello 小明");
            tab.click("#name").press("Enter").sees("Entered");
            assertThat(tab.text("h1")).isEqualTo("Entered");
            assertThat(tab.count("button")).isEqualTo(2);
            assertThat(tab.troubles()).isEmpty();
        }
    }

    @Test
    void eachTabIsAVisitorOfTheirOwn() {
        try (Tab first = browser.tab().language("zh-CN");
                Tab second = browser.tab()) {
            first.go(address);
            second.go(address + "language");
            assertThat(second.evaluate("document.cookie").asText()).isEmpty();
            assertThat(first.go(address + "language").text("body")).isEqualTo("zh-CN");
        }
    }

    @Test
    void aDialogAnErrorAndALineOnTheConsoleAreTroubles() {
        try (Tab tab = browser.tab().go(address)) {
            tab.evaluate(
                    "setTimeout(() => { alert('gotcha'); console.log('line'); window.done = 1; nothing.at.all }, 0)");
            tab.until("window.done");
            assertThat(tab.troubles())
                    .contains("dialog: gotcha", "console.log: line")
                    .hasSize(3);
        }
    }

    @Test
    void axeFindsBarriers() {
        try (Tab tab = browser.tab().go(address)) {
            assertThat(tab.barriers()).isEmpty();
            tab.evaluate("document.querySelector('label').replaceWith(document.querySelector('input')); 0");
            assertThat(tab.barriers()).singleElement().asString().startsWith("label: ");
        }
    }

    @Test
    void whatIsHalfFadedInIsNoBarrierForItWillBeThere() {
        try (Tab tab = browser.tab().go(address)) {
            tab.evaluate("""
                    document.head.insertAdjacentHTML('beforeend', `<style>
                        @keyframes arrive { from { opacity: .1 } to { opacity: .1 } }
                        p { animation: arrive 1000s }
                        @media (prefers-reduced-motion: reduce) { p { animation: none } }</style>`);
                    document.body.insertAdjacentHTML('beforeend', '<main><p>arriving</p></main>'); 0""");

            assertThat(tab.barriers()).isEmpty();
            assertThat(tab.evaluate("getComputedStyle(document.querySelector('p')).opacity")
                            .asText())
                    .as("moves again afterwards")
                    .isEqualTo("0.1");
        }
    }

    /** Characters without a glyph are all drawn as the same box. */
    @Test
    void chineseIsDrawnAsChinese() throws IOException {
        try (Tab tab = browser.tab().dark(false).go(address)) {
            tab.evaluate("document.querySelector('main').innerHTML = '<h1>中</h1>'; 0");
            BufferedImage one = picture(tab, "one.png");
            tab.evaluate("document.querySelector('h1').textContent = '文'; 0");
            BufferedImage other = picture(tab, "other.png");
            assertThat(pixels(one)).isNotEqualTo(pixels(other));
            assertThat(one.getWidth()).isEqualTo(1440);
            assertThat(picture(tab.phone(), "phone.png").getWidth()).isEqualTo(780);
            assertThat(picture(tab.dark(true), "dark.png").getRGB(0, 0) & 0xffffff)
                    .isZero();
        }
    }

    @Test
    void whatNeverComesIsAnErrorThatShowsThePage() {
        try (Tab tab = browser.tab()) {
            assertThatThrownBy(() -> tab.go("http://127.0.0.1:1/")).hasMessageContaining("ERR_");
        }
    }

    private BufferedImage picture(Tab tab, String name) throws IOException {
        Path file = folder.resolve(name);
        tab.picture(file);
        return ImageIO.read(file.toFile());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
