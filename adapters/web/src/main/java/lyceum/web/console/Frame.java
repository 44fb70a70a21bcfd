package lyceum.web.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.feature.Page;
import lyceum.kernel.person.Language;
import lyceum.web.Answer;
import lyceum.web.Template;
import lyceum.web.console.Sessions.Session;
import org.jspecify.annotations.Nullable;

/** What stands around a page's document, and the pages for those who are not signed in. */
final class Frame {
    private static final String DOCTYPE = "<!doctype html>";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Frame-Options",
            "DENY",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=()",
            "Vary",
            "Cookie, Accept-Language");

    private final Contents contents;
    private final Phrases phrases;
    private final String style = Template.resource(Frame.class, "console.css");
    private final String script = Template.resource(Frame.class, "console.js");
    private final String version = Tokens.hash(style + script).substring(0, 12);

    Frame(Contents contents) {
        this.contents = contents;
        this.phrases = contents.phrases();
    }

    Answer style() {
        return asset("text/css", style);
    }

    Answer script() {
        return asset("text/javascript", script);
    }

    /** What a reader sees of a page. */
    record View(Session session, Page page, String asked, Document document) {
        String here() {
            return Paths.CONSOLE + "/" + page.path() + asked;
        }
    }

    Answer page(View view, @Nullable Document told) {
        Session session = view.session();
        Language language = session.language();
        Markup out = head(language, title(view.page(), language), true);
        out.leaf("a", say("console.skip", language), "class", "skip", "href", "#main");
        bar(view, out);
        out.open(
                "main",
                "id",
                "main",
                "tabindex",
                "-1",
                "data-live",
                Paths.LIVE + view.page().path() + view.asked());
        out.open("div", "class", "top").leaf("h1", title(view.page(), language));
        out.leaf(
                "p",
                "",
                "id",
                "live",
                "class",
                "live",
                "data-on",
                say("console.live", language),
                "data-off",
                say("console.cut", language));
        out.close("div").open("div", "id", "told", "role", "status", "aria-live", "polite");
        if (told != null) {
            out.open("div", "class", "told").add(sheet(view).of(told)).close("div");
        }
        out.close("div")
                .open("div", "id", "sheet")
                .add(sheet(view).of(view.document()))
                .close("div");
        out.close("main").close("body").close("html");
        return new Answer(200, "text/html", DOCTYPE + out, HEADERS);
    }

    Sheet sheet(View view) {
        return new Sheet(phrases, view.session().language(), view.session().seal(), view.here());
    }

    /**
     * The page before the console.
     *
     * @param key of a link that can be used here; empty where there is none
     */
    Answer door(int status, Language language, Phrase why, String key) {
        Markup out = head(language, say("console.title", language), false);
        out.open("main", "id", "main", "class", "door").leaf("h1", contents.community());
        out.leaf("p", phrases.render(why, language).plain(), "role", "status");
        if (!key.isEmpty()) {
            out.open("form", "method", "get", "action", Paths.ENTER);
            out.open("input", "type", "hidden", "name", "key", "value", key);
            out.open("input", "type", "hidden", "name", "go", "value", "1");
            out.leaf("button", say("console.enter", language), "class", "good").close("form");
        }
        Language other = other(language);
        out.open("p")
                .leaf(
                        "a",
                        say("console.language", other),
                        "href",
                        "?lang=" + other.tag(),
                        "lang",
                        other.tag(),
                        "hreflang",
                        other.tag());
        out.close("p").close("main").close("body").close("html");
        return new Answer(status, "text/html", DOCTYPE + out, HEADERS);
    }

    private void bar(View view, Markup out) {
        Session session = view.session();
        Language language = session.language();
        out.open("header", "class", "bar").leaf("p", contents.community(), "class", "brand");
        out.open("nav", "aria-label", say("console.pages", language));
        for (Page page : offered(session)) {
            String title = title(page, language);
            if (page.path().equals(view.page().path())) {
                out.leaf("a", title, "href", Paths.CONSOLE + "/" + page.path(), "aria-current", "page");
            } else {
                out.leaf("a", title, "href", Paths.CONSOLE + "/" + page.path());
            }
        }
        out.close("nav")
                .open("div", "class", "me")
                .open("p")
                .leaf("bdi", session.speaker().name())
                .text(" · ");
        out.text(say("console.standing-" + session.speaker().standing().name().toLowerCase(Locale.ROOT), language));
        Language other = other(language);
        out.close("p")
                .leaf(
                        "a",
                        say("console.language", other),
                        "href",
                        Paths.CONSOLE + "/" + view.page().path() + "?lang=" + other.tag(),
                        "lang",
                        other.tag(),
                        "hreflang",
                        other.tag());
        out.open("form", "method", "post", "action", Paths.LEAVE, "data-plain", "yes");
        out.open("input", "type", "hidden", "name", "seal", "value", session.seal());
        out.leaf("button", say("console.leave", language))
                .close("form")
                .close("div")
                .close("header");
    }

    List<Page> offered(Session session) {
        return contents.pages().stream()
                .filter(page -> session.speaker().standing().atLeast(page.needs()))
                .toList();
    }

    private Markup head(Language language, String title, boolean lively) {
        Markup out = new Markup();
        out.open("html", "lang", language.tag()).open("head").open("meta", "charset", "utf-8");
        out.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.open("meta", "name", "color-scheme", "content", "light dark");
        out.leaf("title", title + " · " + contents.community());
        out.open("link", "rel", "icon", "href", "data:,");
        out.open("link", "rel", "stylesheet", "href", Paths.STYLE + "?v=" + version);
        if (lively) {
            out.open("script", "src", Paths.SCRIPT + "?v=" + version, "defer", "")
                    .close("script");
            out.open("noscript")
                    .open("meta", "http-equiv", "refresh", "content", "20")
                    .close("noscript");
        }
        return out.close("head").open("body");
    }

    private static Answer asset(String type, String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "public, max-age=31536000, immutable");
        return new Answer(200, type, text, headers);
    }

    private String title(Page page, Language language) {
        return phrases.render(page.title(), language).plain();
    }

    private String say(String key, Language language) {
        return phrases.render(Phrase.of(key), language).plain();
    }

    private static Language other(Language language) {
        return language == Language.EN ? Language.ZH : Language.EN;
    }
}
