package lyceum.sandbox.telegram.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The attributes inside one HTML tag. */
record Attributes(String source, int tag) {
    /** Where the tag's closing bracket or the end of the source is, quotes passed over. */
    static int endOf(String source, int from) {
        char quote = 0;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quote == 0 && c == '>') {
                return i;
            }
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
            }
        }
        return source.length();
    }

    Map<String, String> read(int from) {
        Map<String, String> found = new LinkedHashMap<>();
        int end = endOf(source, from);
        int at = spaces(from, end);
        while (at < end) {
            int nameEnd = at;
            while (nameEnd < end && source.charAt(nameEnd) != '=' && !Character.isWhitespace(source.charAt(nameEnd))) {
                nameEnd++;
            }
            String name = source.substring(at, nameEnd).toLowerCase(Locale.ROOT);
            at = spaces(nameEnd, end);
            if (at >= end || source.charAt(at) != '=') {
                found.put(name, "");
                continue;
            }
            at = spaces(at + 1, end);
            if (name.isEmpty() || at >= end) {
                throw TextRefused.unparsed(
                        "Empty attribute name in the tag at byte offset " + TextRefused.bytes(source, tag));
            }
            char quote = source.charAt(at);
            boolean quoted = quote == '"' || quote == '\'';
            int valueEnd = quoted ? source.indexOf(quote, at + 1) : wordEnd(at, end);
            found.put(name, unescaped(source.substring(quoted ? at + 1 : at, valueEnd)));
            at = spaces(quoted ? valueEnd + 1 : valueEnd, end);
        }
        return found;
    }

    private int spaces(int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private int wordEnd(int from, int end) {
        int at = from;
        while (at < end && !Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String unescaped(String value) {
        return value.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
