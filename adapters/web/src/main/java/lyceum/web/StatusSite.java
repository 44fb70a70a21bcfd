package lyceum.web;

import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Phrases;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** How the hub is doing: the page {@code /}, {@code /health} and {@code /metrics}. */
public final class StatusSite implements Site {
    private static final List<String> METHODS = List.of("GET", "HEAD");

    private final HealthPage health;
    private final MetricsPage metrics;
    private final StatusPage page;

    /** @param phrases the bundle {@code web}, and those of the gauges' labels and of what the platforms say of themselves */
    public StatusSite(Status status, Phrases phrases) {
        health = new HealthPage(status, phrases);
        metrics = new MetricsPage(status, phrases);
        page = new StatusPage(status, phrases);
    }

    @Override
    public boolean answer(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!List.of("/", "/health", "/metrics").contains(path)) {
            return false;
        }
        answer(request, path).send(response, callback);
        return true;
    }

    private Answer answer(Request request, String path) {
        if (!METHODS.contains(request.getMethod())) {
            return new Answer(405, "text/plain", "", Map.of("Allow", String.join(", ", METHODS)));
        }
        return switch (path) {
            case "/health" -> health.answer();
            case "/metrics" -> metrics.answer();
            default -> page.answer(AskedLanguage.of(request));
        };
    }
}
