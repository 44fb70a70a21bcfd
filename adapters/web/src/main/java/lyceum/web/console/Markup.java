package lyceum.web.console;

import java.util.regex.Pattern;

/**
 * HTML that is written piece by piece: names of elements and attributes are the program's own, every text and every value is escaped,
 * and an address that is neither a path here nor on the web leads nowhere.
 */
public final class Markup {
    private static final Pattern ADDRESS = Pattern.compile("(/(?!/)|https?://|#|\\?|data:,$)[^\\s\"'<>\\\\]*");
    /** Marks that turn the direction of what follows, and controls: they are shown instead of obeyed. */
    private static final Pattern TURNING = Pattern.compile(
            "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private final StringBuilder html = new StringBuilder();

    /** @param attributes names and values in turn; a value that is empty makes the attribute stand alone */
    public Markup open(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        html.append('>');
        return this;
    }

    public Markup close(String element) {
        html.append("</").append(element).append('>');
        return this;
    }

    public Markup text(String text) {
        html.append(escaped(TURNING.matcher(text).replaceAll("\ufffd")));
        return this;
    }

    /** An element with nothing but text in it. */
    public Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** What was written elsewhere in the same way. */
    public Markup add(Markup other) {
        html.append(other.html);
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private void attribute(String name, String value) {
        html.append(' ').append(name);
        boolean address = name.equals("href") || name.equals("action") || name.equals("src");
        String safe = address && !ADDRESS.matcher(value).matches() ? "#" : value;
        if (!safe.isEmpty() || name.equals("value")) {
            html.append("=\"").append(escaped(safe)).append('"');
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
