package lyceum.web;

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
    private final String style = Template.resource(StatusPage.class, "status.css");
    private final Template page = Template.of(StatusPage.class, "status.html");
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
                "community", Template.escaped(status.community()),
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
        return new Answer(200, "text/html", page.filled(parts), headers);
    }

    private String platform(Map.Entry<PlatformName, Health> platform, Language language) {
        Health health = platform.getValue();
        String state = say(Phrase.of(health.up() ? "web.up" : "web.down"), language);
        return "<li class=\"%s\"><strong>%s</strong> <span class=\"state\">%s</span><p>%s</p></li>"
                .formatted(
                        health.up() ? "up" : "down",
                        Template.escaped(title(platform.getKey())),
                        state,
                        say(health.detail(), language));
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
        return Template.escaped(phrases.render(say, language).plain());
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
