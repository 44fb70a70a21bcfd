package lyceum.web.room;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import lyceum.web.Answer;
import lyceum.web.AskedLanguage;
import lyceum.web.Template;
import org.eclipse.jetty.server.Request;

/** The room's page, the overlay, and what they load. Nothing runs in them but their own two files. */
final class Pages {
    private static final Map<String, String> FILES = Map.of(
            "/room/room.js", "text/javascript",
            "/room/room.css", "text/css",
            "/overlay/chat.js", "text/javascript",
            "/overlay/chat.css", "text/css");

    private static final Phrase SLOW = Phrase.of("room.slow-notice", String.valueOf(Pacing.SLOW.toSeconds()));
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final List<RoomSettings.Place> places;
    private final Phrases phrases;
    private final Template room = Template.of(Pages.class, "room.html");
    private final Template overlay = Template.of(Pages.class, "overlay.html");

    Pages(List<RoomSettings.Place> places, Phrases phrases) {
        this.places = places;
        this.phrases = phrases;
    }

    /** Empty for a path that is none of these. */
    Optional<Answer> answer(Request request) {
        String path = Request.getPathInContext(request);
        if (!METHODS.contains(request.getMethod())) {
            return Optional.of(new Answer(405, "text/plain", "", Map.of("Allow", "GET, HEAD")));
        }
        String type = FILES.get(path);
        if (type != null) {
            String name = path.replace("/room/", "").replace("/overlay/chat", "overlay");
            return Optional.of(new Answer(200, type, Template.resource(Pages.class, name)));
        }
        if (path.equals("/overlay/chat")) {
            return place(Request.extractQueryParameters(request).getValue("room"))
                    .map(place -> overlay(place, request));
        }
        return places.stream()
                .filter(place -> path.equals("/room/" + place.name()))
                .findFirst()
                .map(place -> page(place, request));
    }

    private Optional<RoomSettings.Place> place(@org.jspecify.annotations.Nullable String name) {
        return places.stream()
                .filter(place -> name == null || place.name().equals(name))
                .findFirst();
    }

    private Answer overlay(RoomSettings.Place place, Request request) {
        Map<String, String> parts =
                Map.of("lang", AskedLanguage.of(request).tag(), "room", Template.escaped(place.name()));
        return new Answer(200, "text/html", overlay.filled(parts), headers(request, Optional.empty()));
    }

    private Answer page(RoomSettings.Place place, Request request) {
        Language language = AskedLanguage.of(request);
        Language other = language == Language.EN ? Language.ZH : Language.EN;
        Map<String, String> parts = new LinkedHashMap<>();
        phrases.keys(language).stream()
                .filter(key -> key.startsWith("room.page-"))
                .forEach(key -> parts.put(key.substring("room.page-".length()), say(key, language)));
        parts.put("lang", language.tag());
        parts.put("room", Template.escaped(place.name()));
        parts.put("title", Template.escaped(place.title()));
        parts.put("other-tag", other.tag());
        parts.put("other", say("room.page-language", other));
        parts.put("slow", Template.escaped(phrases.render(SLOW, language).plain()));
        parts.put(
                "player", place.player().map(url -> player(url, place.title())).orElse(""));
        parts.put("stage", place.player().isPresent() ? "with-player" : "without-player");
        return new Answer(200, "text/html", room.filled(parts), headers(request, place.player()));
    }

    private static String player(URI player, String title) {
        return ("<iframe title=\"%s\" src=\"%s\" allow=\"autoplay; fullscreen; picture-in-picture\" allowfullscreen"
                        + " referrerpolicy=\"strict-origin-when-cross-origin\""
                        + " sandbox=\"allow-scripts allow-same-origin allow-presentation allow-popups\"></iframe>")
                .formatted(Template.escaped(title), Template.escaped(player.toString()));
    }

    private String say(String key, Language language) {
        return Template.escaped(phrases.render(Phrase.of(key), language).plain());
    }

    /** Scripts and styles from here alone, the player's site in its frame, and nothing else. */
    private Map<String, String> headers(Request request, Optional<URI> player) {
        String host = request.getHeaders().get("Host");
        boolean plain = host != null && host.matches("[A-Za-z0-9.:\\[\\]-]+");
        String sockets = plain ? " ws://" + host + " wss://" + host : "";
        String frame = player.map(url -> url.getScheme() + "://" + url.getRawAuthority())
                .orElse("'none'");
        List<String> policy = List.of(
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "connect-src 'self'" + sockets,
                "frame-src " + frame,
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'self'");
        return Map.of("Content-Security-Policy", String.join("; ", policy), "Vary", "Accept-Language");
    }
}
