package lyceum.web.room;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import lyceum.web.Answer;
import lyceum.web.AskedLanguage;
import lyceum.web.Site;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.jspecify.annotations.Nullable;

/** The paths of the live rooms: {@code /room/NAME}, its socket, and the overlay for streaming software. */
final class RoomSite implements Site {
    private static final Pattern SOCKET = Pattern.compile("/room/([^/]+)/socket");
    private static final Duration SILENT = Duration.ofSeconds(70);
    private static final int BUFFER = 1_024;

    private final Optional<URI> publicUrl;
    private final BiFunction<String, Language, @Nullable Viewer> viewers;
    private final Pages pages;
    private final WebSocketMappings sockets = new WebSocketMappings();
    private final Configuration.ConfigurationCustomizer limits = new Configuration.ConfigurationCustomizer();

    /** @param viewers makes a viewer for a room; null where there is no such room now */
    RoomSite(Rooms rooms, Phrases phrases, BiFunction<String, Language, @Nullable Viewer> viewers) {
        this.publicUrl = rooms.publicUrl();
        this.viewers = viewers;
        this.pages = new Pages(rooms.places(), phrases);
        sockets.getWebSocketComponents().getExtensionRegistry().register(Deflate.NAME, Deflate.class);
        limits.setIdleTimeout(SILENT);
        limits.setInputBufferSize(BUFFER);
        limits.setOutputBufferSize(BUFFER);
        limits.setMaxFrameSize(0); // would hold for what goes out as well: a viewer counts what comes in
        limits.setAutoFragment(true); // in pieces as they come, so that a large frame is never gathered
    }

    @Override
    public boolean answer(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.startsWith("/room/") && !path.startsWith("/overlay/chat")) {
            return false;
        }
        Matcher socket = SOCKET.matcher(path);
        if (socket.matches()) {
            connect(socket.group(1), request, response, callback);
            return true;
        }
        Optional<Answer> page = pages.answer(request);
        page.ifPresent(found -> found.send(response, callback));
        return page.isPresent();
    }

    private void connect(String room, Request request, Response response, Callback callback) {
        if (!comesFromHere(request)) {
            new Answer(403, "text/plain", "another site's page").send(response, callback);
            return;
        }
        Language language = AskedLanguage.of(request);
        Viewer viewer = viewers.apply(room, language);
        if (viewer == null) {
            new Answer(503, "text/plain", "there is no such room now").send(response, callback);
            return;
        }
        WebSocketNegotiator negotiator = (asked, answer, _) -> {
            answer.setExtensions(Deflate.accepts(asked.getExtensions()).stream().toList());
            return viewer;
        };
        if (!sockets.upgrade(negotiator, request, response, callback, limits)) {
            new Answer(426, "text/plain", "a WebSocket", Map.of("Upgrade", "websocket")).send(response, callback);
        }
    }

    /** A browser names the site whose page opens the socket; programs name none. */
    private boolean comesFromHere(Request request) {
        String origin = request.getHeaders().get("Origin");
        if (origin == null) {
            return true;
        }
        String host = request.getHeaders().get("Host");
        boolean own = host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
        return own
                || publicUrl
                        .filter(url -> url.toString().replaceAll("/$", "").equals(origin))
                        .isPresent();
    }
}
