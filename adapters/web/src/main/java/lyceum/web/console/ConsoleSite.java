package lyceum.web.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.person.Language;
import lyceum.web.Answer;
import lyceum.web.AskedLanguage;
import lyceum.web.Site;
import lyceum.web.console.Sessions.Session;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** All paths of the console. */
final class ConsoleSite implements Site {
    private static final int MOST_FIELDS = 100;
    private static final int MOST_BYTES = 64 * 1_024;
    private static final String LANGUAGE = "lang";

    private final Contents contents;
    private final Visits visits;
    private final Asked asked;
    private final Frame frame;
    private final Live live;

    ConsoleSite(Contents contents, Visits visits, Asked asked) {
        this.contents = contents;
        this.visits = visits;
        this.asked = asked;
        this.frame = new Frame(contents);
        this.live = new Live(contents.changes());
    }

    @Override
    public boolean answer(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        boolean root = path.equals("/") && visits.of(request).isPresent();
        if (!root && !path.equals(Paths.CONSOLE) && !path.startsWith(Paths.CONSOLE + "/")) {
            return false;
        }
        if (path.startsWith(Paths.LIVE) && visits.of(request).isPresent()) {
            live.stream(request, response, callback, () -> drawn(request, path.substring(Paths.LIVE.length())));
        } else {
            answer(request, root ? Paths.CONSOLE : path).send(response, callback);
        }
        return true;
    }

    private Answer answer(Request request, String path) {
        boolean posted = request.getMethod().equals("POST");
        boolean posts = path.equals(Paths.ACT) || path.equals(Paths.LEAVE);
        if (posted != posts || !(posted || List.of("GET", "HEAD").contains(request.getMethod()))) {
            return new Answer(405, "text/plain", "", Map.of("Allow", posts ? "POST" : "GET, HEAD"));
        }
        return switch (path) {
            case Paths.STYLE -> frame.style();
            case Paths.SCRIPT -> frame.script();
            case Paths.ENTER -> visits.enter(request, frame);
            default ->
                visits.of(request)
                        .map(session -> signedIn(request, path, session))
                        .orElseGet(() -> frame.door(403, AskedLanguage.of(request), Phrase.of("console.who"), ""));
        };
    }

    private Answer signedIn(Request request, String path, Session session) {
        return switch (path) {
            case Paths.CONSOLE -> arrive(session);
            case Paths.ACT -> act(request, session);
            case Paths.LEAVE ->
                sealed(fields(request), request, session) ? visits.leave(request, frame) : refused(session);
            default -> page(request, path.substring(Paths.CONSOLE.length() + 1), session);
        };
    }

    private Answer arrive(Session session) {
        return frame.offered(session).stream()
                .findFirst()
                .map(page -> Visits.redirect(Paths.CONSOLE + "/" + page.path(), Map.of()))
                .orElseGet(() -> frame.door(403, session.language(), Phrase.of("console.nothing"), ""));
    }

    private Answer page(Request request, String path, Session session) {
        Map<String, String> query = query(request);
        Language wanted = language(query.get(LANGUAGE));
        if (wanted != null) {
            session.speak(wanted);
        }
        return view(path, query, session)
                .map(view -> frame.page(view, session.told().orElse(null)))
                .orElseGet(() -> frame.door(404, session.language(), Words.PAGE_GONE, ""));
    }

    /** What stands on the page now, for whoever looks on; empty once they are signed out. */
    private Optional<String> drawn(Request request, String path) {
        return visits.of(request)
                .flatMap(session -> view(path, query(request), session))
                .map(view -> frame.sheet(view).of(view.document()).toString());
    }

    private Optional<Frame.View> view(String path, Map<String, String> query, Session session) {
        Map<String, String> rest = new TreeMap<>(query);
        rest.remove(LANGUAGE);
        String suffix = Sheet.query(rest);
        return frame.offered(session).stream()
                .filter(page -> page.path().equals(path))
                .findFirst()
                .map(page -> new Frame.View(session, page, suffix, document(page, rest, session)));
    }

    private Document document(Page page, Map<String, String> query, Session session) {
        return contents.reading().of(page, new Query(query, session.speaker()));
    }

    private Answer act(Request request, Session session) {
        Map<String, String> fields = fields(request);
        if (!sealed(fields, request, session)) {
            return refused(session);
        }
        session.tell(asked.of(fields, session.speaker()).orElseGet(() -> Document.of(Words.NO_ANSWER)));
        return Visits.redirect(Paths.back(fields.getOrDefault("back", "")), Map.of());
    }

    private Answer refused(Session session) {
        return frame.door(403, session.language(), Words.EXPIRED, "");
    }

    /** Whether the reader's own page asks, and no other site in their name. */
    private static boolean sealed(Map<String, String> fields, Request request, Session session) {
        String from =
                Optional.ofNullable(request.getHeaders().get("Sec-Fetch-Site")).orElse("same-origin");
        byte[] given = fields.getOrDefault("seal", "").getBytes(StandardCharsets.UTF_8);
        return from.equals("same-origin")
                && MessageDigest.isEqual(given, session.seal().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(Request request) {
        return first(FormFields.getFields(request, MOST_FIELDS, MOST_BYTES));
    }

    private static Map<String, String> query(Request request) {
        return first(Request.extractQueryParameters(request));
    }

    private static Map<String, String> first(Fields fields) {
        Map<String, String> first = new HashMap<>();
        fields.forEach(field -> first.putIfAbsent(
                field.getName(), Optional.ofNullable(field.getValue()).orElse("")));
        return first;
    }

    private static @Nullable Language language(@Nullable String tag) {
        for (Language language : Language.values()) {
            if (language.tag().equals(tag)) {
                return language;
            }
        }
        return null;
    }
}
