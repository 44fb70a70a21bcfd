package lyceum.moderation.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A text resource of this package: lines of a key, a tab and characters; lines that begin with {@code #} are remarks. */
final class Table {
    private Table() {}

    /** One line. */
    record Line(String key, String value) {
        IntStream points() {
            return value.codePoints();
        }
    }

    static List<Line> lines(String name) {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Table.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab >= 0 && !line.startsWith("# ")) {
                    lines.add(new Line(line.substring(0, tab), line.substring(tab + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
