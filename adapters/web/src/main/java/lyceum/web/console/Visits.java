package lyceum.web.console;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.web.Answer;
import lyceum.web.AskedLanguage;
import lyceum.web.console.Sessions.Session;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** How people come in and go: links that work once, and the cookie that stands for a session. */
final class Visits {
    private static final String COOKIE = "lyceum-console";
    /** Chats fetch a link to show what is behind it; that must not use it up. */
    private static final Pattern PREVIEWER = Pattern.compile("(?i)bot\\b|bot/|preview|facebookexternalhit|whatsapp");

    private final Invitations invitations;
    private final Sessions sessions;
    private final Supplier<URI> base;

    Visits(Invitations invitations, Sessions sessions, Supplier<URI> base) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.base = base;
    }

    Optional<Session> of(Request request) {
        return Optional.ofNullable(cookie(request)).flatMap(sessions::find);
    }

    /** Signs in whoever brings a link that still works. */
    Answer enter(Request request, Frame frame) {
        Language language = AskedLanguage.of(request);
        var query = Request.extractQueryParameters(request);
        String key = Optional.ofNullable(query.getValue("key")).orElse("");
        String agent = Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT))
                .orElse("");
        boolean looks =
                !request.getMethod().equals("GET") || PREVIEWER.matcher(agent).find();
        if (looks && query.getValue("go") == null) {
            return frame.door(200, language, Phrase.of("console.door"), key);
        }
        Optional<Speaker> speaker = invitations.take(key);
        if (speaker.isEmpty()) {
            return frame.door(410, language, Phrase.of("console.link-used"), "");
        }
        Language spoken = speaker.get().language();
        String token = sessions.open(speaker.get(), spoken == null ? language : spoken);
        return redirect(Paths.CONSOLE, Map.of("Set-Cookie", cookie(token, Sessions.VALID.toSeconds())));
    }

    Answer leave(Request request, Frame frame) {
        String token = cookie(request);
        if (token != null) {
            sessions.close(token);
        }
        Answer left = frame.door(200, AskedLanguage.of(request), Phrase.of("console.left"), "");
        return new Answer(left.status(), left.type(), left.text(), with(left.headers(), "Set-Cookie", cookie("", 0)));
    }

    static Answer redirect(String path, Map<String, String> headers) {
        return new Answer(303, "text/plain", "", with(headers, "Location", path));
    }

    private String cookie(String value, long seconds) {
        String secure = "https".equals(base.get().getScheme()) ? "; Secure" : "";
        return COOKIE + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax" + secure;
    }

    private static @Nullable String cookie(Request request) {
        List<HttpCookie> cookies = Request.getCookies(request);
        return cookies.stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
