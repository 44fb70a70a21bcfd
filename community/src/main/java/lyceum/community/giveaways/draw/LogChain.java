package lyceum.community.giveaways.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public log of draws: lines of canonical JSON, each of which names the hash of the one before. */
public final class LogChain {
    /** What stands before the first line. */
    public static final String BEGINNING = "0".repeat(2 * Hash.SIZE);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LogChain() {}

    /** A line: what happened, with its number from 1 and the hash of the line before. */
    public static String line(long seq, String before, ObjectNode happened) {
        ObjectNode line = happened.deepCopy().put("seq", seq).put("before", before);
        return new String(CanonicalJson.of(line.toString()), StandardCharsets.UTF_8);
    }

    /** The hash of a line in hex, which the next one names. */
    public static String link(String line) {
        return HexFormat.of()
                .formatHex(Hash.tagged("log")
                        .raw(line.getBytes(StandardCharsets.UTF_8))
                        .done());
    }

    /**
     * What came of checking a log.
     *
     * @param lines how many there are, up to the bad one
     * @param head the hash of the newest good line
     * @param bad the number of the first line that does not follow from those before, or null where all do
     */
    public record Checked(long lines, String head, @Nullable Long bad) {}

    /** Checks every line of a log from its first on. */
    public static Checked check(List<String> lines) {
        String before = BEGINNING;
        long seq = 0;
        for (String line : lines) {
            seq++;
            if (!follows(line, seq, before)) {
                return new Checked(seq - 1, before, seq);
            }
            before = link(line);
        }
        return new Checked(seq, before, null);
    }

    private static boolean follows(String line, long seq, String before) {
        try {
            JsonNode read = JSON.readTree(line);
            return read instanceof ObjectNode object
                    && line(seq, before, object).equals(line);
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return false;
        }
    }
}
