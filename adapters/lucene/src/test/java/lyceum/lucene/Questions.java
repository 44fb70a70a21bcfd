package lyceum.lucene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Questions whose meaning is known.
 *
 * @param known to be indexed or learnt from
 * @param held to be asked
 * @param strange to be asked, and answered by none of the known
 */
record Questions(List<Labelled> known, List<Labelled> held, List<Labelled> strange) {
    /** A question and the name of what it asks for. */
    record Labelled(String text, String meaning) {}

    static Questions banking(Path data) throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (String line :
                Files.readString(data.resolve("banking77/train.csv")).split("(?m)(?<=,[A-Za-z_?]{1,60})\r?\n", -1)) {
            int comma = line.lastIndexOf(',');
            if (comma > 0 && !line.startsWith("text,")) {
                all.add(new Labelled(
                        line.substring(0, comma).replaceAll("^\"|\"$", "").strip(), line.substring(comma + 1)));
            }
        }
        Collections.shuffle(all, new Random(5));
        return new Questions(all.subList(1_000, all.size()), all.subList(0, 1_000), List.of());
    }

    static Questions clinc(Path data) throws IOException {
        JsonNode root = new ObjectMapper()
                .readTree(data.resolve("clinc150/train-val.json").toFile());
        List<Labelled> held = read(root.get("val"));
        Collections.shuffle(held, new Random(5));
        List<Labelled> strange = read(root.get("oos_val"));
        strange.addAll(read(root.get("oos_train")));
        return new Questions(read(root.get("train")), held.subList(0, 1_200), strange);
    }

    private static List<Labelled> read(JsonNode list) {
        List<Labelled> all = new ArrayList<>();
        for (JsonNode one : list) {
            all.add(new Labelled(one.get(0).asText(), one.get(1).asText()));
        }
        return all;
    }

    /** Those of every n-th meaning, or of all others. */
    Questions meanings(int every, boolean those) {
        return new Questions(some(known, every, those), some(held, every, those), strange);
    }

    private static List<Labelled> some(List<Labelled> all, int every, boolean those) {
        return all.stream()
                .filter(one -> (Math.floorMod(one.meaning.hashCode(), every) == 0) == those)
                .toList();
    }
}
