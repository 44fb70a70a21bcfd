package lyceum.telegram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Marks as Telegram's entities, within Telegram's rules: code holds nothing and is held by quotations only, a quotation or a link is
 * never inside its own kind, and no entity begins or ends with white space. Whoever is mentioned by an account of Telegram is called.
 */
final class EntitiesOut {
    /** What Telegram takes in one message. */
    private static final int MOST = 100;

    private static final String WEB_ADDRESS = "(?i)(https?|tg)://[^\\s]+";

    private EntitiesOut() {}

    /** The text has its final characters: offsets are those of its plain text. */
    static List<MessageEntity> write(Text text) {
        List<Span> solid = new ArrayList<>();
        List<Span> loose = new ArrayList<>();
        for (Span span : text.spans()) {
            boolean free = solid.stream().noneMatch(outer -> forbids(outer, span));
            switch (span.mark()) {
                case Mark.Code _, Mark.CodeBlock _, Mark.Quote _ -> addIf(free, span, solid);
                case Mark.Link link -> addIf(free && link.url().matches(WEB_ADDRESS), span, solid);
                case Mark.Bold _, Mark.Italic _, Mark.Underline _, Mark.Strike _, Mark.Spoiler _ ->
                    addIf(free, span, loose);
                case Mark.Mention mention -> addIf(free && isAccount(mention), span, solid);
            }
        }
        List<MessageEntity> entities = new ArrayList<>();
        Set<Span> written = new HashSet<>();
        solid.forEach(span -> add(text.plain(), span, entities, written));
        for (Span span : loose) {
            outsideCode(span, solid).stream()
                    .flatMap(part -> withoutCrossing(part, solid).stream())
                    .forEach(part -> add(text.plain(), part, entities, written));
        }
        return List.copyOf(entities.subList(0, Math.min(MOST, entities.size())));
    }

    /** Whoever has no account here is a name, nothing more. */
    private static boolean isAccount(Mark.Mention mention) {
        return mention.who().platform().equals(Address.TELEGRAM)
                && mention.who().value().matches("[0-9]{1,15}");
    }

    private static void addIf(boolean free, Span span, List<Span> spans) {
        if (free) {
            spans.add(span);
        }
    }

    /** Whether {@code inner} may not stand in {@code outer}. */
    private static boolean forbids(Span outer, Span inner) {
        if (inner.start() < outer.start() || inner.end() > outer.end()) {
            return false;
        }
        return switch (outer.mark()) {
            case Mark.Code _, Mark.CodeBlock _ -> true;
            case Mark.Quote _ -> inner.mark() instanceof Mark.Quote;
            case Mark.Link _, Mark.Mention _ -> !isStyle(inner.mark());
            default -> false;
        };
    }

    private static boolean isStyle(Mark mark) {
        return !(mark instanceof Mark.Code
                || mark instanceof Mark.CodeBlock
                || mark instanceof Mark.Quote
                || mark instanceof Mark.Link
                || mark instanceof Mark.Mention);
    }

    /** The parts of a style that are not code. */
    private static List<Span> outsideCode(Span style, List<Span> solid) {
        List<Span> parts = new ArrayList<>();
        int from = style.start();
        for (Span code : solid) {
            boolean inside = code.start() >= from && code.end() <= style.end();
            if (inside && (code.mark() instanceof Mark.Code || code.mark() instanceof Mark.CodeBlock)) {
                if (code.start() > from) {
                    parts.add(new Span(from, code.start(), style.mark()));
                }
                from = code.end();
            }
        }
        if (from < style.end()) {
            parts.add(new Span(from, style.end(), style.mark()));
        }
        return parts;
    }

    /** A style that ended at code may now end within a quotation or link that it held: it is cut at that one's edges. */
    private static List<Span> withoutCrossing(Span style, List<Span> solid) {
        TreeSet<Integer> edges = new TreeSet<>(List.of(style.end()));
        for (Span span : solid) {
            if (span.start() > style.start() && span.start() < style.end() && span.end() > style.end()) {
                edges.add(span.start());
            }
            if (span.end() > style.start() && span.end() < style.end() && span.start() < style.start()) {
                edges.add(span.end());
            }
        }
        List<Span> parts = new ArrayList<>();
        int from = style.start();
        for (int edge : edges) {
            parts.add(new Span(from, edge, style.mark()));
            from = edge;
        }
        return parts;
    }

    private static void add(String plain, Span span, List<MessageEntity> entities, Set<Span> written) {
        int start = span.start();
        int end = span.end();
        while (start < end && Character.isWhitespace(plain.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(plain.charAt(end - 1))) {
            end--;
        }
        if (start < end && written.add(new Span(start, end, span.mark()))) {
            entities.add(entity(start, end - start, span.mark()));
        }
    }

    private static MessageEntity entity(int offset, int length, Mark mark) {
        MessageEntity entity = new MessageEntity(type(mark), offset, length);
        if (mark instanceof Mark.Link(String url)) {
            entity.setUrl(url);
        }
        if (mark instanceof Mark.Mention(AuthorId who)) {
            entity.setUser(new User(Long.valueOf(who.value()), "", false));
        }
        if (mark instanceof Mark.CodeBlock(String language) && language.matches("[A-Za-z0-9+#._-]{1,40}")) {
            entity.setLanguage(language);
        }
        return entity;
    }

    private static String type(Mark mark) {
        return switch (mark) {
            case Mark.Bold _ -> "bold";
            case Mark.Italic _ -> "italic";
            case Mark.Underline _ -> "underline";
            case Mark.Strike _ -> "strikethrough";
            case Mark.Spoiler _ -> "spoiler";
            case Mark.Quote _ -> "blockquote";
            case Mark.Code _ -> "code";
            case Mark.CodeBlock _ -> "pre";
            case Mark.Link _ -> "text_link";
            case Mark.Mention _ -> "text_mention";
        };
    }
}
