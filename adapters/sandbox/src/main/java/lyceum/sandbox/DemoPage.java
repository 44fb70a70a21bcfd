package lyceum.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import lyceum.sandbox.world.Feed;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;

/** The page on which a newcomer sees all places side by side, and what it is made of. */
final class DemoPage {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; frame-src http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> FILES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "demo.css", "text/css; charset=utf-8",
            "demo.js", SCRIPT,
            "place.js", SCRIPT,
            "line.js", SCRIPT,
            "form.js", SCRIPT,
            "commands.js", SCRIPT,
            "lesson.js", SCRIPT,
            "board.js", SCRIPT);

    private final FeedStream feed;

    DemoPage(Feed feed) {
        this.feed = new FeedStream(feed);
    }

    void routes(RoutesConfig routes) {
        routes.get("/", ctx -> file(ctx, "index.html"));
        routes.get("/demo/{file}", ctx -> file(ctx, ctx.pathParam("file")));
        routes.get("/demo/phrases/{language}", ctx -> phrases(ctx, ctx.pathParam("language")));
        routes.get("/sandbox/feed", feed::serve);
    }

    private static void file(Context ctx, String name) {
        String type = FILES.get(name);
        if (type == null) {
            throw Refused.notFound("no file " + name);
        }
        harmless(ctx);
        ctx.contentType(type).result(read("/lyceum/sandbox/demo/" + name));
    }

    private static void phrases(Context ctx, String language) {
        if (!language.equals("en") && !language.equals("zh-Hans")) {
            throw Refused.notFound("no phrases in " + language + "; there are en and zh-Hans");
        }
        var json = Json.object();
        phrases(language).forEach(json::put);
        harmless(ctx);
        ctx.contentType("application/json").result(Json.bytes(json));
    }

    private static void harmless(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer");
        ctx.header("Cache-Control", "no-cache");
    }

    /** What the page and its people say, in {@code en} or {@code zh-Hans}. */
    static Map<String, String> phrases(String language) {
        Properties properties = new Properties();
        try (var reader =
                new InputStreamReader(open("/phrases/sandbox." + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> phrases = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> phrases.put(key, properties.getProperty(key)));
        return phrases;
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = DemoPage.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the program is built without " + resource);
        }
        return in;
    }
}
