package lyceum.web.open;

import java.util.Map;
import java.util.Optional;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.feature.OpenPage;
import lyceum.kernel.person.Language;
import lyceum.web.Answer;
import lyceum.web.Template;
import lyceum.web.console.Markup;
import lyceum.web.console.Sheet;

/** What stands around a public page's document, and how its files go out. */
final class Leaf {
    static final Answer ONLY_READ = new Answer(405, "text/plain", "", Map.of("Allow", "GET, HEAD"));

    private static final Map<String, String> PAGE = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-src 'self'; "
                    + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
            "Vary",
            "Accept-Language");
    /** A file of HTML runs alone: without this site's cookies, and without any network. */
    private static final String ALONE =
            "sandbox allow-scripts allow-downloads; default-src 'none'; script-src 'unsafe-inline'; "
                    + "style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final Offered offered;
    private final Template template = Template.of(Leaf.class, "leaf.html");
    private final String style = Template.resource(Leaf.class, "leaf.css");
    private final String script = Template.resource(Leaf.class, "leaf.js");

    Leaf(Offered offered) {
        this.offered = offered;
    }

    Optional<Answer> asset(String path) {
        return switch (path) {
            case "/open/leaf.css" -> Optional.of(new Answer(200, "text/css", style));
            case "/open/leaf.js" -> Optional.of(new Answer(200, "text/javascript", script));
            default -> Optional.empty();
        };
    }

    Answer page(OpenSite.Place place, OpenPage.Shown shown) {
        Language other = place.language() == Language.EN ? Language.ZH : Language.EN;
        Map<String, String> parts = Map.of(
                "lang", place.language().tag(),
                "title", Template.escaped(say(shown.title(), place.language())),
                "community", Template.escaped(offered.community()),
                "other-tag", other.tag(),
                "other", Template.escaped(say(Phrase.of("web.language"), other)),
                "live", place.address() + "/live?lang=" + place.language().tag(),
                "sheet", sheet(place, shown).toString());
        return new Answer(200, "text/html", template.filled(parts), PAGE);
    }

    Markup sheet(OpenSite.Place place, OpenPage.Shown shown) {
        Markup out = new Sheet(offered.phrases(), place.language(), "", place.address()).of(shown.document());
        shown.framed()
                .ifPresent(name -> out.open(
                                "iframe",
                                "data-key",
                                "frame",
                                "src",
                                place.address() + "/" + name,
                                "title",
                                say(shown.title(), place.language()),
                                "sandbox",
                                "allow-scripts allow-downloads")
                        .close("iframe"));
        return out;
    }

    Answer file(OpenPage.File file) {
        boolean html = file.type().equals("text/html");
        return new Answer(
                200,
                file.type(),
                file.text(),
                html ? Map.of("Content-Security-Policy", ALONE) : Map.of("Access-Control-Allow-Origin", "*"));
    }

    Answer none(Language language) {
        return new Answer(404, "text/plain", say(Phrase.of("web.nothing"), language));
    }

    private String say(Say say, Language language) {
        return offered.phrases().render(say, language).plain();
    }
}
