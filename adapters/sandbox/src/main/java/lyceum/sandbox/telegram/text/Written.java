package lyceum.sandbox.telegram.text;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes a formatted text as the HTML that Telegram would read back. */
public final class Written {
    private Written() {}

    public static String html(Formatted formatted) {
        String text = formatted.text();
        StringBuilder out = new StringBuilder(text.length() + 16);
        Deque<Entity> open = new ArrayDeque<>();
        int next = 0;
        for (int i = 0; i <= text.length(); i++) {
            Entity last = open.peek();
            while (last != null && last.end() <= i) {
                out.append(end(last));
                open.pop();
                last = open.peek();
            }
            while (next < formatted.entities().size()
                    && formatted.entities().get(next).offset() == i) {
                Entity entity = formatted.entities().get(next++);
                if (Entity.STATED.contains(entity.type())) {
                    out.append(start(entity));
                    open.push(entity);
                }
            }
            if (i < text.length()) {
                escaped(text.charAt(i), out);
            }
        }
        return out.toString();
    }

    private static void escaped(char c, StringBuilder out) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> out.append(c);
        }
    }

    private static String start(Entity entity) {
        String argument = quoted(entity.argument());
        return switch (entity.type()) {
            case "bold" -> "<b>";
            case "italic" -> "<i>";
            case "underline" -> "<u>";
            case "strikethrough" -> "<s>";
            case "spoiler" -> "<tg-spoiler>";
            case "code" -> "<code>";
            case "pre" -> argument.isEmpty() ? "<pre>" : "<pre><code class=\"language-" + argument + "\">";
            case "text_link" -> "<a href=\"" + argument + "\">";
            case "text_mention" -> "<a href=\"tg://user?id=" + argument + "\">";
            case "custom_emoji" -> "<tg-emoji emoji-id=\"" + argument + "\">";
            case "expandable_blockquote" -> "<blockquote expandable>";
            case "blockquote" -> "<blockquote>";
            default -> "<span>";
        };
    }

    private static String end(Entity entity) {
        return switch (entity.type()) {
            case "bold" -> "</b>";
            case "italic" -> "</i>";
            case "underline" -> "</u>";
            case "strikethrough" -> "</s>";
            case "spoiler" -> "</tg-spoiler>";
            case "code" -> "</code>";
            case "pre" -> entity.argument() == null ? "</pre>" : "</code></pre>";
            case "text_link", "text_mention" -> "</a>";
            case "custom_emoji" -> "</tg-emoji>";
            case "expandable_blockquote", "blockquote" -> "</blockquote>";
            default -> "</span>";
        };
    }

    private static String quoted(@Nullable String argument) {
        if (argument == null) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        argument.chars().forEach(c -> escaped((char) c, out));
        return out.toString();
    }
}
