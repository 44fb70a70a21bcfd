package lyceum.sandbox.twitch;

import java.util.Map;
import java.util.TreeMap;

/** The tags in front of a line, in the order of their names; without any where a client did not ask for them. */
final class Tags {
    private final Map<String, String> values = new TreeMap<>();

    Tags put(String name, String value) {
        values.put(name, value);
        return this;
    }

    Tags put(String name, boolean value) {
        return put(name, value ? "1" : "0");
    }

    /** With the space that follows them. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("@");
        values.forEach((name, value) -> {
            if (text.length() > 1) {
                text.append(';');
            }
            text.append(name).append('=').append(escaped(value));
        });
        return text.append(' ').toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\:")
                .replace(" ", "\\s")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
