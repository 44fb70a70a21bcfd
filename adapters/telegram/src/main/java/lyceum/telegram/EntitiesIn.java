package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;
import org.jspecify.annotations.Nullable;

/** Telegram's entities as marks. What Telegram finds by itself in the words (addresses, hashtags, commands) stays plain. */
final class EntitiesIn {
    private EntitiesIn() {}

    /** An entity that is unknown, or lies outside of the text, is left out; the words never are. */
    static Text read(String plain, JsonNode entities) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode entity : entities) {
            long start = entity.path("offset").asLong(-1);
            long end = Math.min(start + entity.path("length").asLong(0), plain.length());
            if (start < 0 || end <= start) {
                continue;
            }
            Mark mark = mark(entity, plain.substring((int) start, (int) end));
            if (mark != null) {
                spans.add(new Span((int) start, (int) end, mark));
            }
        }
        return new Text(plain, spans);
    }

    private static @Nullable Mark mark(JsonNode entity, String words) {
        return switch (Fields.words(entity, "type")) {
            case "bold" -> new Mark.Bold();
            case "italic" -> new Mark.Italic();
            case "underline" -> new Mark.Underline();
            case "strikethrough" -> new Mark.Strike();
            case "spoiler" -> new Mark.Spoiler();
            case "blockquote", "expandable_blockquote" -> new Mark.Quote();
            case "code" -> new Mark.Code();
            case "pre" -> new Mark.CodeBlock(Fields.words(entity, "language"));
            case "text_link" -> link(Fields.words(entity, "url"));
            case "mention" -> mention(words);
            case "text_mention" -> mention(entity.path("user").path("id").asText(""));
            default -> null;
        };
    }

    private static @Nullable Mark link(String url) {
        return url.isEmpty() ? null : new Mark.Link(url);
    }

    private static @Nullable Mark mention(String who) {
        return who.isEmpty() || who.indexOf('/') >= 0 ? null : new Mark.Mention(new AuthorId(Address.TELEGRAM, who));
    }
}
