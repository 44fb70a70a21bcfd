package lyceum.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.NumberFormat;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Health;

/** {@code GET /}: one self-contained page without script that shows how the hub is doing, and renews itself. */
final class StatusPage {
    private final Status status;
    private final Phrases phrases;
    private final String style = resource("status.css");
    private final String page = resource("status.html");
    private final Map<String, String> headers = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'sha256-" + sha256(style)
                    + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Vary",
            "Accept-Language");

    StatusPage(Status status, Phrases phrases) {
        this.status = status;
        this.phrases = phrases;
    }

    Answer answer(Language language) {
        Map<PlatformName, Health> now = status.now();
        long down = now.values().stream().filter(health -> !health.up()).count();
        Say verdict = down == 0
                ? Phrase.of("web.all-up")
                : Phrase.of("web.some-down", Long.toString(down), Integer.toString(now.size()));
        Language other = language == Language.EN ? Language.ZH : Language.EN;
        Map<String, String> parts = Map.of(
                "lang", language.tag(),
                "style", style,
                "community", escaped(status.community()),
                "state", down == 0 ? "up" : "down",
                "verdict", say(verdict, language),
                "platforms",
                        now.entrySet().stream()
                                .map(one -> platform(one, language))
                                .collect(Collectors.joining("\n")),
                "gauges",
                        status.gauges().stream()
                                .map(gauge -> gauge(gauge, language))
                                .collect(Collectors.joining("\n")),
                "renewed", say(Phrase.of("web.renewed"), language),
                "other-tag", other.tag(),
                "other", say(Phrase.of("web.language"), other));
        return new Answer(200, "text/html", filled(parts), headers);
    }

    private String platform(Map.Entry<PlatformName, Health> platform, Language language) {
        Health health = platform.getValue();
        String state = say(Phrase.of(health.up() ? "web.up" : "web.down"), language);
        return "<li class=\"%s\"><strong>%s</strong> <span class=\"state\">%s</span><p lang=\"en\">%s</p></li>"
                .formatted(
                        health.up() ? "up" : "down",
                        escaped(title(platform.getKey())),
                        state,
                        escaped(health.detail()));
    }

    private static String title(PlatformName name) {
        return Character.toUpperCase(name.value().charAt(0)) + name.value().substring(1);
    }

    private String gauge(Gauge gauge, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        return "<div><dt>%s</dt><dd>%s</dd></div>"
                .formatted(
                        say(gauge.label(), language),
                        format.format(gauge.value().getAsDouble()));
    }

    private String say(Say say, Language language) {
        return escaped(phrases.render(say, language).plain());
    }

    private String filled(Map<String, String> parts) {
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (int open = page.indexOf("{{"); open >= 0; open = page.indexOf("{{", done)) {
            int close = page.indexOf("}}", open);
            filled.append(page, done, open).append(parts.get(page.substring(open + 2, close)));
            done = close + 2;
        }
        return filled.append(page.substring(done)).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = StatusPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
