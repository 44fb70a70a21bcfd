package lyceum.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Classes for calendar programs: {@code /calendar.ics} for everybody, and {@code /calendar/TOKEN.ics} for who knows the token. */
public final class CalendarSite implements Site {
    private static final Pattern PATH = Pattern.compile("/calendar(?:/([A-Za-z0-9-]{1,80}))?\\.ics");
    private static final List<String> METHODS = List.of("GET", "HEAD");

    private final Supplier<String> all;
    private final Function<String, Optional<String>> ofToken;

    /**
     * @param all the calendar of everybody, as iCalendar
     * @param ofToken that of whoever has a token; empty where nobody has it
     */
    public CalendarSite(Supplier<String> all, Function<String, Optional<String>> ofToken) {
        this.all = all;
        this.ofToken = ofToken;
    }

    @Override
    public boolean answer(Request request, Response response, Callback callback) {
        Matcher path = PATH.matcher(Request.getPathInContext(request));
        if (!path.matches()) {
            return false;
        }
        if (!METHODS.contains(request.getMethod())) {
            new Answer(405, "text/plain", "", Map.of("Allow", String.join(", ", METHODS))).send(response, callback);
            return true;
        }
        String token = path.group(1);
        Optional<String> calendar = token == null ? Optional.of(all.get()) : ofToken.apply(token);
        calendar.map(text -> new Answer(200, "text/calendar", text))
                .orElseGet(() -> new Answer(404, "text/plain", ""))
                .send(response, callback);
        return true;
    }
}
