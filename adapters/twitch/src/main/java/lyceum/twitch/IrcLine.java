package lyceum.twitch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of IRC with message tags, as Twitch sends it.
 *
 * @param nick who it comes from, empty for the server
 */
record IrcLine(Map<String, String> tags, String nick, String command, List<String> params) {
    IrcLine {
        tags = Map.copyOf(tags);
        params = List.copyOf(params);
    }

    static IrcLine read(String line) {
        String rest = line;
        Map<String, String> tags = Map.of();
        if (rest.startsWith("@")) {
            int end = end(rest);
            tags = tags(rest.substring(1, end));
            rest = rest.substring(end).stripLeading();
        }
        String nick = "";
        if (rest.startsWith(":")) {
            int end = end(rest);
            int bang = rest.indexOf('!');
            nick = bang > 0 && bang < end ? rest.substring(1, bang) : "";
            rest = rest.substring(end).stripLeading();
        }
        int end = end(rest);
        return new IrcLine(tags, nick, rest.substring(0, end), params(rest.substring(end)));
    }

    /** A tag's value, empty where there is none. */
    String tag(String name) {
        return tags.getOrDefault(name, "");
    }

    /** A parameter, empty where there is none. */
    String param(int index) {
        return index < params.size() ? params.get(index) : "";
    }

    private static int end(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text.length() : space;
    }

    private static List<String> params(String text) {
        List<String> params = new ArrayList<>();
        String rest = text.startsWith(" ") ? text.substring(1) : text;
        while (!rest.isEmpty()) {
            if (rest.startsWith(":")) {
                params.add(rest.substring(1));
                break;
            }
            int end = end(rest);
            params.add(rest.substring(0, end));
            rest = end < rest.length() ? rest.substring(end + 1) : "";
        }
        return params;
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : text.split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(tag.substring(0, equals), unescaped(tag.substring(equals + 1)));
            }
        }
        return tags;
    }

    private static String unescaped(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                plain.append(meant(value.charAt(i)));
            } else if (c != '\\') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case ':' -> ';';
            case 's' -> ' ';
            case 'r' -> '\r';
            case 'n' -> '\n';
            default -> escaped;
        };
    }
}
