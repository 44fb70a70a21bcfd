package lyceum.sandbox.telegram.text;

import java.util.List;

/** The way of an outgoing text: parsed by its mode or checked by its entities, cleaned, trimmed, and searched for what Telegram finds itself. */
public final class Texts {
    private Texts() {}

    /** A text in a parse mode; the mode's name in any case, empty for none. */
    public static Formatted parsed(String text, String mode) {
        return switch (mode.toLowerCase(java.util.Locale.ROOT)) {
            case "" -> finished(text, List.of());
            case "html" -> finished(Html.parse(text));
            case "markdownv2" -> finished(MarkdownV2.parse(text));
            case "markdown" -> finished(Markdown.parse(text));
            default -> throw new TextRefused("unsupported parse_mode");
        };
    }

    /** A text with entities that its sender states. */
    public static Formatted stated(String text, List<Entity> entities) {
        return finished(text, entities);
    }

    private static Formatted finished(Formatted formatted) {
        return finished(formatted.text(), formatted.entities());
    }

    private static Formatted finished(String text, List<Entity> entities) {
        Formatted clean = Cleaning.clean(text, Nesting.sorted(entities));
        Formatted nested = new Formatted(clean.text(), Nesting.nested(clean.entities()));
        return Finding.found(nested);
    }
}
