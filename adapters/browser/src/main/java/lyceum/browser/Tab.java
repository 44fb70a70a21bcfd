package lyceum.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * One visitor with a page before them. What is asked of the page waits, for twenty seconds at most, until it can be done; one thread
 * at a time.
 */
public final class Tab implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long NANOS_BETWEEN_LOOKS = Duration.ofMillis(30).toNanos();
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private final Session session;
    private final Troubles troubles;
    private final Runnable leave;
    private final Map<String, String> preferences = new TreeMap<>();

    Tab(Session session, Runnable leave) {
        this.session = session;
        this.leave = leave;
        this.troubles = new Troubles(session);
        session.listen(troubles);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            session.call(domain + ".enable");
        }
        wide();
    }

    /** Goes to an address and returns when the page is there with all that it loads. */
    public Tab go(URI address) {
        JsonNode answer = session.call("Page.navigate", Map.of("url", address.toString()));
        if (answer.has("errorText")) {
            throw new IllegalStateException(
                    address + ": " + answer.path("errorText").asText());
        }
        until("document.readyState === 'complete'");
        return this;
    }

    public Tab go(String address) {
        return go(URI.create(address));
    }

    /** The address of the page now, with its fragment. */
    public String address() {
        return evaluate("location.href").asText();
    }

    /** Waits until an expression in the page's own script is true; one that fails is not true yet. */
    public Tab until(String expression) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate("(() => { try { return !!(" + expression + ") } catch (e) { return false } })()")
                .asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + expression + "\non " + address() + ":\n"
                        + evaluate("document.body.innerText").asText());
            }
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
        return this;
    }

    /** Waits until this text can be read somewhere on the page. */
    public Tab sees(String text) {
        return until("document.body.innerText.includes(" + quoted(text) + ")");
    }

    /** The value of an expression; null where the page is just changing. A promise is waited for. */
    public JsonNode evaluate(String expression) {
        JsonNode answer;
        try {
            answer = session.call(
                    "Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        } catch (IllegalStateException e) {
            return TextNode.valueOf(""); // the page is left while it is asked
        }
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** What can be read in the first element of a CSS selector. */
    public String text(String css) {
        until(found(css));
        return evaluate(found(css) + ".innerText").asText();
    }

    /** How many elements there are now. */
    public int count(String css) {
        return evaluate("document.querySelectorAll(" + quoted(css) + ").length").asInt();
    }

    /** Clicks with the mouse in the middle of the first element of a CSS selector, as soon as nothing lies above it. */
    public Tab click(String css) {
        return clickElement(found(css));
    }

    /** The same for the first of the elements in which this text stands. */
    public Tab click(String css, String text) {
        return clickElement("[...document.querySelectorAll(" + quoted(css) + ")].find(e => e.innerText.includes("
                + quoted(text) + "))");
    }

    /** Clicks into a field, and writes. */
    public Tab type(String css, String text) {
        click(css);
        session.call("Input.insertText", Map.of("text", text));
        return this;
    }

    /** Presses a key by its name: {@code Tab}, {@code Enter}, {@code Escape}, {@code ArrowDown}, {@code a}. */
    public Tab press(String key) {
        Keys.press(session, key);
        return this;
    }

    /** A picture of the whole page. */
    public Tab picture(Path file) {
        JsonNode size = session.call("Page.getLayoutMetrics").path("cssContentSize");
        Map<String, Object> clip = Map.of(
                "x",
                0,
                "y",
                0,
                "width",
                size.path("width").asDouble(),
                "height",
                size.path("height").asDouble(),
                "scale",
                1);
        JsonNode answer = session.call(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        try {
            Files.write(file, Base64.getDecoder().decode(answer.path("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A desk's window, as every visitor has at first. */
    public Tab wide() {
        return size(1440, 900, false);
    }

    /** A phone's screen. */
    public Tab phone() {
        return size(PHONE_WIDTH, PHONE_HEIGHT, true);
    }

    public Tab size(int width, int height, boolean phone) {
        session.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
        return this;
    }

    public Tab dark(boolean dark) {
        return prefers("color-scheme", dark ? "dark" : "light");
    }

    private Tab prefers(String feature, String value) {
        preferences.put(feature, value);
        List<Map<String, String>> features = preferences.entrySet().stream()
                .map(each -> Map.of("name", "prefers-" + each.getKey(), "value", each.getValue()))
                .toList();
        session.call("Emulation.setEmulatedMedia", Map.of("features", features));
        return this;
    }

    /** What the browser asks for, such as {@code zh-CN}; holds from the next page on. */
    public Tab language(String tag) {
        session.call("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", tag)));
        return this;
    }

    /** Whether pages run scripts; holds from the next page on. What tests ask in the page goes on working. */
    public Tab scripts(boolean on) {
        session.call("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
        return this;
    }

    /** Cuts the page off the network, or joins it again. */
    public Tab offline(boolean off) {
        session.call(
                "Network.emulateNetworkConditions",
                Map.of("offline", off, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        return this;
    }

    /** What went wrong on this visitor's pages so far: dialogs, errors, lines on the console, refused or failed requests. */
    public List<String> troubles() {
        return troubles.seen();
    }

    /**
     * What axe finds of serious or critical kind on the page as it stands: for each its rule, its sentence and the elements. The
     * visitor asks for less motion meanwhile: what is half faded in would be judged by a contrast that nobody is left with.
     */
    public List<String> barriers() {
        prefers("reduced-motion", "reduce");
        try {
            return Axe.barriers(this);
        } finally {
            prefers("reduced-motion", "no-preference");
        }
    }

    @Override
    public void close() {
        leave.run();
    }

    private Tab clickElement(String element) {
        String middle = "(() => { const e = " + element + "; e.scrollIntoView({block: 'center', behavior: 'instant'});"
                + " const b = e.getBoundingClientRect(), x = b.x + b.width / 2, y = b.y + b.height / 2;"
                + " const top = document.elementFromPoint(x, y);"
                + " return e.disabled || !(e === top || e.contains(top) || (top && top.contains(e) && top.closest('label'))) ? null : {x, y} })()";
        until(middle);
        JsonNode at = evaluate(middle);
        for (String type : List.of("mousePressed", "mouseReleased")) {
            session.call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            at.path("x").asDouble(),
                            "y",
                            at.path("y").asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
        return this;
    }

    private static String found(String css) {
        return "document.querySelector(" + quoted(css) + ")";
    }

    static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
