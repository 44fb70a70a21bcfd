package lyceum.web.open;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.feature.Overlay;
import lyceum.kernel.person.Language;
import lyceum.web.Answer;
import lyceum.web.AskedLanguage;
import lyceum.web.Site;
import lyceum.web.Template;
import lyceum.web.console.Live;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Transparent pages for streaming software, {@code /overlay/poll/7}, and the stream of what each shows now. */
public final class OverlaySite implements Site {
    private static final Pattern PATH = Pattern.compile("/overlay/([a-z]{1,20})/([0-9]{1,18})(/live)?");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> POLICY = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'");

    private final Offered offered;
    private final Live live;
    private final Drawn drawn;
    private final Template page = Template.of(OverlaySite.class, "scene.html");
    private final String style = Template.resource(OverlaySite.class, "scene.css");
    private final String script = Template.resource(OverlaySite.class, "scene.js");

    public OverlaySite(Offered offered) {
        this.offered = offered;
        this.live = new Live(offered.changes());
        this.drawn = new Drawn(offered.changes());
    }

    @Override
    public boolean answer(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        Matcher match = PATH.matcher(path);
        if (path.equals("/overlay/scene.css")) {
            new Answer(200, "text/css", style).send(response, callback);
        } else if (path.equals("/overlay/scene.js")) {
            new Answer(200, "text/javascript", script).send(response, callback);
        } else if (match.matches() && view(match.group(1)).isPresent()) {
            answer(match, request, response, callback);
        } else {
            return false;
        }
        return true;
    }

    private void answer(Matcher match, Request request, Response response, Callback callback) {
        Language language = AskedLanguage.of(request);
        long id = Long.parseLong(match.group(2));
        if (!List.of("GET", "HEAD").contains(request.getMethod())) {
            Leaf.ONLY_READ.send(response, callback);
        } else if (match.group(3) != null) {
            live.stream(request, response, callback, () -> scene(match.group(1), id, language));
        } else {
            String address = "/overlay/" + match.group(1) + "/" + id;
            Map<String, String> parts = Map.of(
                    "lang", language.tag(), "kind", match.group(1), "live", address + "/live?lang=" + language.tag());
            new Answer(200, "text/html", page.filled(parts), POLICY).send(response, callback);
        }
    }

    private Optional<Overlay> view(String kind) {
        return offered.overlays().stream()
                .filter(overlay -> overlay.kind().equals(kind))
                .findFirst();
    }

    /** What is shown now, as JSON; nothing of that number is an empty scene, since it may still come. */
    private Optional<String> scene(String kind, long id, Language language) {
        return drawn.at(
                kind + "/" + id + language,
                () -> Optional.of(view(kind)
                        .flatMap(overlay ->
                                offered.reading().with(tx -> overlay.view().of(id, tx)))
                        .map(scene -> json(scene, language))
                        .orElse("{}")));
    }

    private String json(Overlay.Scene scene, Language language) {
        ObjectNode json = JSON.createObjectNode();
        json.put("title", say(scene.title(), language)).put("over", scene.over());
        if (scene.left() != null) {
            json.put("left", Math.max(0, scene.left().toSeconds()));
            json.put("closes", say(Phrase.of("web.left"), language));
        }
        ArrayNode bars = json.putArray("bars");
        scene.bars()
                .forEach(bar -> bars.addObject()
                        .put("name", say(bar.name(), language))
                        .put("value", say(bar.value(), language))
                        .put("percent", bar.percent())
                        .put("leads", bar.leads()));
        ArrayNode lines = json.putArray("lines");
        scene.lines().forEach(line -> lines.add(say(line, language)));
        return json.toString();
    }

    private String say(Say say, Language language) {
        return offered.phrases().render(say, language).plain();
    }
}
