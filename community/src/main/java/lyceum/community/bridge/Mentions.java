package lyceum.community.bridge;

import java.util.List;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;

/** Mentions in a copy whoever is mentioned in the words: by their account on the platform where it is read, where they have one. */
final class Mentions {
    private final Accounts accounts;

    Mentions(Accounts accounts) {
        this.accounts = accounts;
    }

    Text on(PlatformName platform, Text text, Tx tx) {
        Text done = Text.EMPTY;
        int from = 0;
        for (Span span : text.spans()) {
            if (span.start() >= from
                    && span.mark() instanceof Mark.Mention(AuthorId who)
                    && isElsewhere(who, platform)) {
                Text mentioned = mentioned(text.slice(span.start(), span.end()), who, platform, tx);
                done = done.plus(text.slice(from, span.start())).plus(mentioned);
                from = span.end();
            }
        }
        return from == 0 ? text : done.plus(text.slice(from, text.plain().length()));
    }

    private static boolean isElsewhere(AuthorId who, PlatformName platform) {
        return !who.platform().equals(platform);
    }

    private Text mentioned(Text words, AuthorId who, PlatformName platform, Tx tx) {
        return accounts.of(tx.read(), who).entrySet().stream()
                .filter(each -> each.getKey().platform().equals(platform))
                .findFirst()
                .map(each -> called(words, each.getKey(), each.getValue()))
                .orElse(words);
    }

    /** With the marks of the words that it stands for. */
    private static Text called(Text words, AuthorId account, String name) {
        String plain = "@" + Names.visible(name);
        List<Span> spans = words.spans().stream()
                .filter(span -> span.end() == words.plain().length() && span.start() == 0)
                .map(span -> new Span(
                        0,
                        plain.length(),
                        span.mark() instanceof Mark.Mention ? new Mark.Mention(account) : span.mark()))
                .toList();
        return new Text(plain, spans);
    }
}
