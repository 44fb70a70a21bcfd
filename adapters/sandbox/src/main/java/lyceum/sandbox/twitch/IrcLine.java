package lyceum.sandbox.twitch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line that a client sent: IRC with message tags. */
record IrcLine(Map<String, String> tags, String command, List<String> params) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.?)");

    IrcLine {
        tags = Map.copyOf(tags);
        params = List.copyOf(params);
    }

    static IrcLine read(String text) {
        String rest = text.strip();
        Map<String, String> tags = Map.of();
        if (rest.startsWith("@")) {
            int end = end(rest);
            tags = tags(rest.substring(1, end));
            rest = rest.substring(end).strip();
        }
        if (rest.startsWith(":")) {
            rest = rest.substring(end(rest)).strip();
        }
        int end = end(rest);
        String command = rest.substring(0, end).toUpperCase(Locale.ROOT);
        return new IrcLine(tags, command, params(rest.substring(end).stripLeading()));
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
        String rest = text;
        while (!rest.isEmpty()) {
            if (rest.startsWith(":")) {
                params.add(rest.substring(1));
                return params;
            }
            int end = end(rest);
            params.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        return params;
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : text.split(";", -1)) {
            int equals = tag.indexOf('=');
            tags.put(
                    equals < 0 ? tag : tag.substring(0, equals),
                    equals < 0 ? "" : unescaped(tag.substring(equals + 1)));
        }
        return tags;
    }

    /** A backslash and a letter stand for one character; one that stands alone at the end is dropped. */
    private static String unescaped(String value) {
        return ESCAPE.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case ":" -> ";";
                            case "s" -> " ";
                            case "r" -> "\r";
                            case "n" -> "\n";
                            default -> found.group(1);
                        }));
    }
}
