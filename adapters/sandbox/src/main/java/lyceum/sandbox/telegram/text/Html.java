package lyceum.sandbox.telegram.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parse mode HTML: a few tags, four named entities and numbers; anything else is refused. */
final class Html {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("span", "spoiler"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("a", "text_link"),
            Map.entry("tg-emoji", "custom_emoji"),
            Map.entry("blockquote", "blockquote"));

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private Html(String source) {
        this.source = source;
    }

    static Formatted parse(String source) {
        return new Html(source).read();
    }

    private Formatted read() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '<') {
                tag();
            } else if (c == '&') {
                text.appendCodePoint(reference());
            } else {
                text.append(c);
                at++;
            }
        }
        Open left = open.peek();
        if (left != null) {
            throw TextRefused.unparsed("Can't find end tag corresponding to start tag \"" + left.name() + "\"");
        }
        return new Formatted(text.toString(), Nesting.sorted(entities));
    }

    private void tag() {
        int begin = at++;
        boolean closing = at < source.length() && source.charAt(at) == '/';
        if (closing) {
            at++;
        }
        int from = at;
        while (at < source.length() && source.charAt(at) != '>' && !Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        String name = source.substring(from, at).toLowerCase(Locale.ROOT);
        if (closing) {
            close(name, begin);
        } else {
            start(name, begin);
        }
    }

    private void start(String name, int begin) {
        String type = TYPES.get(name);
        if (type == null) {
            throw TextRefused.unparsed("Unsupported start tag \"" + name + "\" at byte offset " + bytes(begin));
        }
        Map<String, String> attributes = new Attributes(source, begin).read(at);
        at = source.indexOf('>', Attributes.endOf(source, at)) + 1;
        if (at == 0) {
            throw TextRefused.unparsed("Unclosed start tag at byte offset " + bytes(begin));
        }
        String argument = switch (name) {
            case "a" -> attributes.get("href");
            case "tg-emoji" -> attributes.get("emoji-id");
            case "code", "pre" -> language(attributes.get("class"));
            default -> null;
        };
        if (name.equals("span") && !"tg-spoiler".equals(attributes.get("class"))) {
            throw TextRefused.unparsed("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytes(begin));
        }
        String finalType =
                name.equals("blockquote") && attributes.containsKey("expandable") ? "expandable_" + type : type;
        open.push(new Open(name, finalType, begin, text.length(), argument));
    }

    private void close(String name, int begin) {
        Open last = open.poll();
        if (last == null) {
            throw TextRefused.unparsed("Unexpected end tag at byte offset " + bytes(begin));
        }
        if (!name.isEmpty() && !name.equals(last.name())) {
            throw TextRefused.unparsed("Unmatched end tag at byte offset " + bytes(begin) + ", expected \"</"
                    + last.name() + ">\", found \"</" + name + ">\"");
        }
        at = source.indexOf('>', at) + 1;
        if (at == 0) {
            throw TextRefused.unparsed("Unclosed end tag at byte offset " + bytes(begin));
        }
        Entity entity = last.closed(text.length());
        if (entity.length() > 0) {
            add(entity, last);
        }
    }

    private void add(Entity entity, Open tag) {
        if (tag.type().equals("text_link") || tag.type().equals("custom_emoji")) {
            Links.add(entity, text.substring(entity.offset(), entity.end()), entities);
            return;
        }
        Open outer = open.peek();
        boolean codeInPre = tag.name().equals("code")
                && outer != null
                && outer.name().equals("pre")
                && outer.offset() == tag.offset();
        if (codeInPre && outer != null) {
            open.pop();
            open.push(new Open("pre", "pre", outer.at(), outer.offset(), tag.argument()));
        } else {
            entities.add(tag.type().equals("code") ? Entity.of("code", entity.offset(), entity.length()) : entity);
        }
    }

    private static @Nullable String language(@Nullable String styleClass) {
        return styleClass != null && styleClass.startsWith("language-") ? styleClass.substring(9) : null;
    }

    private int reference() {
        int end = source.indexOf(';', at);
        String name = end < 0 || end - at > 10 ? "" : source.substring(at + 1, end);
        int point = switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            default -> name.startsWith("#") ? number(name.substring(1)) : -1;
        };
        if (point < 0) {
            at++;
            return '&';
        }
        at = end + 1;
        return point;
    }

    private static int number(String digits) {
        try {
            int point = digits.startsWith("x") ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
            return Character.isValidCodePoint(point) && point > 0 && (point < 0xD800 || point > 0xDFFF) ? point : -1;
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private int bytes(int offset) {
        return TextRefused.bytes(source, offset);
    }
}
