package lyceum.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Traditional characters as simplified ones, each by itself; immutable. */
final class Simplified {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private final char[] simple = new char[LAST - FIRST + 1];

    Simplified() {
        for (int at = 0; at < simple.length; at++) {
            simple[at] = (char) (FIRST + at);
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Simplified.class.getResourceAsStream("simplified.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                simple[line.charAt(0) - FIRST] = line.charAt(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isHan(char unit) {
        return unit >= FIRST && unit <= LAST;
    }

    char of(char unit) {
        return isHan(unit) ? simple[unit - FIRST] : unit;
    }

    /** The same text with simplified characters, of the same length. */
    String of(String text) {
        char[] units = text.toCharArray();
        for (int at = 0; at < units.length; at++) {
            units[at] = of(units[at]);
        }
        return Arrays.equals(units, text.toCharArray()) ? text : new String(units);
    }
}
