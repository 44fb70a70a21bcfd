package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;

/**
 * Whose the user names are by which people call each other: Telegram tells a bot the number of who speaks, but of who is named only
 * the name. Those heard lately are known. One thread.
 */
final class UserNames {
    private static final int MOST = 10_000;

    private final Map<String, AuthorId> accounts = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AuthorId> eldest) {
            return size() > MOST;
        }
    };

    /** @param user who speaks, as Telegram describes them; may be missing */
    void heard(JsonNode user) {
        String name = user.path("username").asText("");
        if (!name.isEmpty()) {
            accounts.put(
                    folded(name), new AuthorId(Address.TELEGRAM, user.path("id").asText()));
        }
    }

    /** The text with the accounts of those who are named in it, as far as they are known. */
    Text known(Text text) {
        if (text.spans().stream().noneMatch(span -> span.mark() instanceof Mark.Mention)) {
            return text;
        }
        List<Span> spans = text.spans().stream().map(this::known).toList();
        return new Text(text.plain(), spans);
    }

    private Span known(Span span) {
        if (!(span.mark() instanceof Mark.Mention(AuthorId who)) || !who.value().startsWith("@")) {
            return span;
        }
        AuthorId account = accounts.getOrDefault(folded(who.value().substring(1)), who);
        return new Span(span.start(), span.end(), new Mark.Mention(account));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
