package lyceum.sandbox.telegram.text;

import java.util.ArrayList;
import java.util.List;

/** The old parse mode Markdown: marks do not nest, and a mark without its end is refused. */
final class Markdown {
    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private int at;

    private Markdown(String source) {
        this.source = source;
    }

    static Formatted parse(String source) {
        return new Markdown(source).read();
    }

    private Formatted read() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\' && at + 1 < source.length() && "_*`[".indexOf(source.charAt(at + 1)) >= 0) {
                text.append(source.charAt(at + 1));
                at += 2;
            } else if (c == '[') {
                link();
            } else if (c == '`' && source.startsWith("```", at)) {
                stretch("```", "pre");
            } else if (c == '*' || c == '_' || c == '`') {
                stretch(String.valueOf(c), c == '*' ? "bold" : c == '_' ? "italic" : "code");
            } else {
                text.append(c);
                at++;
            }
        }
        return new Formatted(text.toString(), Nesting.sorted(entities));
    }

    private void stretch(String mark, String type) {
        int begin = at;
        int from = at + mark.length();
        int end = source.indexOf(mark, from);
        if (end < 0) {
            throw unended(begin);
        }
        String inner = source.substring(from, end);
        String language = null;
        if (type.equals("pre")) {
            int line = inner.indexOf('\n');
            boolean named = line > 0 && inner.substring(0, line).chars().noneMatch(Character::isWhitespace);
            language = named ? inner.substring(0, line) : null;
            inner = named || line == 0 ? inner.substring(line + 1) : inner;
        }
        if (!inner.isEmpty()) {
            entities.add(new Entity(type, text.length(), inner.length(), language));
        }
        text.append(inner);
        at = end + mark.length();
    }

    private void link() {
        int close = source.indexOf(']', at);
        if (close < 0) {
            throw unended(at);
        }
        String shown = source.substring(at + 1, close);
        int offset = text.length();
        text.append(shown);
        boolean addressed = close + 1 < source.length() && source.charAt(close + 1) == '(';
        int end = addressed ? source.indexOf(')', close) : close;
        if (end < 0) {
            throw unended(at);
        }
        String address = addressed ? source.substring(close + 2, end) : "";
        if (!shown.isEmpty()) {
            Links.add(new Entity("text_link", offset, shown.length(), address), shown, entities);
        }
        at = end + 1;
    }

    private TextRefused unended(int begin) {
        return TextRefused.unparsed(
                "Can't find end of the entity starting at byte offset " + TextRefused.bytes(source, begin));
    }
}
