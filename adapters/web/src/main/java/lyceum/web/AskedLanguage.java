package lyceum.web;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import lyceum.kernel.person.Language;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The language in which a request wants its answer. */
public final class AskedLanguage {
    private AskedLanguage() {}

    /** The one that {@code lang=TAG} in the query names, else the first that both the browser and Lyceum speak, else English. */
    public static Language of(Request request) {
        String named = Request.extractQueryParameters(request).getValue("lang");
        for (Language language : Language.values()) {
            if (language.tag().equals(named)) {
                return language;
            }
        }
        return accepted(request.getHeaders().get("Accept-Language"));
    }

    private static Language accepted(@Nullable String header) {
        if (header == null) {
            return Language.EN;
        }
        try {
            return LanguageRange.parse(header).stream()
                    .map(range -> range.getRange().toLowerCase(Locale.ROOT))
                    .filter(range -> range.startsWith("zh") || range.startsWith("en"))
                    .findFirst()
                    .map(Language::nearest)
                    .orElse(Language.EN);
        } catch (IllegalArgumentException e) {
            return Language.EN; // a header that is malformed asks for nothing
        }
    }
}
