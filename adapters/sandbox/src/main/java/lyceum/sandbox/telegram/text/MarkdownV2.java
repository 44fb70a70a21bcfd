package lyceum.sandbox.telegram.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parse mode MarkdownV2: marks may nest, and every reserved sign that is no mark must be escaped. */
final class MarkdownV2 {
    private static final String RESERVED = "_*[]()~`>#+-=|{}.!";

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private boolean lineStart = true;
    private int quote = -1;

    private MarkdownV2(String source) {
        this.source = source;
    }

    static Formatted parse(String source) {
        return new MarkdownV2(source).read();
    }

    private Formatted read() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (lineStart && quoteMark()) {
                continue;
            }
            lineStart = false;
            if (c == '\\' && at + 1 < source.length() && source.charAt(at + 1) < 127) {
                text.append(source.charAt(at + 1));
                at += 2;
            } else if (c == '\n') {
                newline();
            } else if (RESERVED.indexOf(c) >= 0) {
                mark(c);
            } else {
                text.append(c);
                at++;
            }
        }
        endOfQuote();
        Open left = open.peek();
        if (left != null) {
            throw TextRefused.unparsed(
                    "Can't find end of " + left.name() + " entity at byte offset " + bytes(left.at()));
        }
        return new Formatted(text.toString(), Nesting.sorted(entities));
    }

    /** Reads the mark of a quotation at the start of a line, and ends one that the line does not go on with. */
    private boolean quoteMark() {
        boolean fresh = source.startsWith("**>", at);
        if (quote >= 0 && (fresh || !source.startsWith(">", at))) {
            endOfQuote();
        }
        if (!fresh && !source.startsWith(">", at)) {
            return false;
        }
        if (quote < 0) {
            quote = text.length();
        }
        at += fresh ? 3 : 1;
        lineStart = false;
        return true;
    }

    private void newline() {
        text.append('\n');
        at++;
        lineStart = true;
    }

    private void endOfQuote() {
        if (quote < 0) {
            return;
        }
        Open last = open.peek();
        boolean expandable = last != null
                && last.type().equals("spoiler")
                && text.substring(last.offset()).isBlank();
        if (expandable) {
            open.pop();
        }
        int end = text.length();
        if (end > quote && text.charAt(end - 1) == '\n') {
            end--;
        }
        entities.add(Entity.of(expandable ? "expandable_blockquote" : "blockquote", quote, end - quote));
        quote = -1;
    }

    private void mark(char c) {
        switch (c) {
            case '_' -> toggle(source.startsWith("__", at) && !italicEnds() ? "__" : "_");
            case '*' -> toggle("*");
            case '~' -> toggle("~");
            case '|' -> {
                if (!source.startsWith("||", at)) {
                    throw reserved(c);
                }
                toggle("||");
            }
            case '`' -> code();
            case '[' -> start("[", "TextUrl", "text_link");
            case ']' -> link(c);
            case '!' -> {
                if (!source.startsWith("![", at)) {
                    throw reserved(c);
                }
                start("![", "CustomEmoji", "custom_emoji");
            }
            default -> throw reserved(c);
        }
    }

    /** In {@code ___} an open italic ends before an underline. */
    private boolean italicEnds() {
        Open last = open.peek();
        return last != null && last.type().equals("italic") && source.startsWith("___", at);
    }

    private void toggle(String mark) {
        String type = switch (mark) {
            case "_" -> "italic";
            case "__" -> "underline";
            case "*" -> "bold";
            case "~" -> "strikethrough";
            default -> "spoiler";
        };
        Open last = open.peek();
        if (last == null || !last.type().equals(type)) {
            start(mark, Character.toUpperCase(type.charAt(0)) + type.substring(1), type);
            return;
        }
        open.pop();
        at += mark.length();
        Entity closed = last.closed(text.length());
        if (closed.length() > 0) {
            entities.add(closed);
        }
    }

    private void start(String mark, String name, String type) {
        open.push(new Open(name, type, at, text.length(), null));
        at += mark.length();
    }

    private void code() {
        boolean block = source.startsWith("```", at);
        String fence = block ? "```" : "`";
        int begin = at;
        at += fence.length();
        String language = block ? language() : null;
        int offset = text.length();
        while (at < source.length() && !source.startsWith(fence, at)) {
            if (source.charAt(at) == '\\' && at + 1 < source.length() && source.charAt(at + 1) < 127) {
                at++;
            }
            text.append(source.charAt(at++));
        }
        if (at >= source.length()) {
            throw TextRefused.unparsed("Can't find end of " + (block ? language == null ? "Pre" : "PreCode" : "Code")
                    + " entity at byte offset " + bytes(begin));
        }
        at += fence.length();
        if (text.length() > offset) {
            entities.add(new Entity(block ? "pre" : "code", offset, text.length() - offset, language));
        }
    }

    private @Nullable String language() {
        int end = at;
        while (end < source.length() && !Character.isWhitespace(source.charAt(end)) && source.charAt(end) != '`') {
            end++;
        }
        if (end >= source.length() || source.charAt(end) == '`') {
            return null;
        }
        String language = end == at || source.charAt(end) != '\n' ? null : source.substring(at, end);
        if (source.charAt(end) == '\n' && (language != null || end == at)) {
            at = end + 1;
        }
        return language;
    }

    private void link(char c) {
        Open last = open.peek();
        if (last == null || (!last.type().equals("text_link") && !last.type().equals("custom_emoji"))) {
            throw reserved(c);
        }
        open.pop();
        at++;
        String address = at < source.length() && source.charAt(at) == '(' ? address() : "";
        Entity link = last.closed(text.length());
        boolean emoji = last.type().equals("custom_emoji");
        String id = emoji ? Links.emoji(address) : null;
        if (emoji && id == null) {
            throw TextRefused.unparsed("Custom emoji URL must have a valid identifier");
        }
        if (link.length() > 0) {
            Entity whole = new Entity(link.type(), link.offset(), link.length(), emoji ? id : address);
            Links.add(whole, text.substring(link.offset()), entities);
        }
    }

    private String address() {
        int begin = at++;
        StringBuilder address = new StringBuilder();
        while (at < source.length() && source.charAt(at) != ')') {
            if (source.charAt(at) == '\\' && at + 1 < source.length() && source.charAt(at + 1) < 127) {
                at++;
            }
            address.append(source.charAt(at++));
        }
        if (at >= source.length()) {
            throw TextRefused.unparsed("Can't find end of a URL at byte offset " + bytes(begin));
        }
        at++;
        return address.toString();
    }

    private TextRefused reserved(char c) {
        return TextRefused.unparsed("Character '" + c + "' is reserved and must be escaped with the preceding '\\'");
    }

    private int bytes(int offset) {
        return TextRefused.bytes(source, offset);
    }
}
