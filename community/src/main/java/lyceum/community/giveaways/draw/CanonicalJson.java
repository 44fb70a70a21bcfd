package lyceum.community.giveaways.draw;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;

/** {@code json(x)} of the protocol: JSON as RFC 8785 writes it, in one way only. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * The canonical bytes of an object or array.
     *
     * @throws IllegalArgumentException if it is not JSON, or says a key twice
     */
    public static byte[] of(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    /** An object of whole numbers by name. */
    static byte[] counts(Map<String, Long> counts) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        new TreeMap<>(counts).forEach((name, count) -> json.add(string(name) + ":" + count));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A string with its quotes. */
    static String string(String text) {
        String list = new String(of(listOf(text)), StandardCharsets.UTF_8);
        return list.substring(1, list.length() - 1);
    }

    private static String listOf(String text) {
        StringBuilder json = new StringBuilder("[\"");
        text.chars().forEach(c -> json.append(String.format("\\u%04x", c)));
        return json.append("\"]").toString();
    }
}
