package lyceum.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/** Serves the status page, {@code /health} and {@code /metrics}; each request has its own virtual thread. */
public final class WebServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HealthPage health;
    private final MetricsPage metrics;
    private final StatusPage page;

    /**
     * Binds the port and serves at once.
     *
     * @param phrases the bundle {@code web} and those of the gauges' labels
     * @throws java.net.BindException when the port is taken
     */
    public WebServer(WebSettings settings, Status status, Phrases phrases) throws IOException {
        health = new HealthPage(status);
        metrics = new MetricsPage(status, phrases);
        page = new StatusPage(status, phrases);
        server = HttpServer.create(new InetSocketAddress(settings.bind(), settings.port()), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens: with the port that was taken if the settings left it open. */
    public URI address() {
        InetSocketAddress at = server.getAddress();
        String host = at.getHostString();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort() + "/");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", answer.type() + "; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
            if (!head && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer answer(HttpExchange exchange) {
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return new Answer(405, "text/plain", "", java.util.Map.of("Allow", "GET, HEAD"));
        }
        return switch (exchange.getRequestURI().getPath()) {
            case "/" -> page.answer(language(exchange));
            case "/health" -> health.answer();
            case "/metrics" -> metrics.answer();
            default -> new Answer(404, "text/plain", "");
        };
    }

    /** The one that the page's link asks for, else the first that both the browser and Lyceum speak, else English. */
    private static Language language(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        for (Language language : Language.values()) {
            if (("lang=" + language.tag()).equals(query)) {
                return language;
            }
        }
        return accepted(exchange.getRequestHeaders().getFirst("Accept-Language"));
    }

    private static Language accepted(@Nullable String header) {
        if (header == null) {
            return Language.EN;
        }
        try {
            return LanguageRange.parse(header).stream()
                    .map(range -> range.getRange().toLowerCase(Locale.ROOT))
                    .filter(range -> range.startsWith("zh") || range.startsWith("en"))
                    .findFirst()
                    .map(Language::nearest)
                    .orElse(Language.EN);
        } catch (IllegalArgumentException e) {
            return Language.EN; // a header that is malformed asks for nothing
        }
    }

    /** Takes no more requests and ends those that run. */
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
