package lyceum.moderation.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How simplified Han characters are read: toneless pinyin, {@code v} for ü; the commonest reading first, others beside it. */
public final class Sounds {
    private static final char[] SILENT = {};
    private final char[][] first = new char[0x10000][];
    private final short[] number = new short[0x10000];
    private final List<String> syllables = new ArrayList<>();
    /** For each syllable, the readings of a character that is read in no other way. */
    private final List<List<String>> alone = new ArrayList<>();

    /** For characters that are read in several ways, all of them. */
    private final Map<Character, List<String>> others = new HashMap<>();

    public Sounds() {
        Arrays.fill(first, SILENT);
        Arrays.fill(number, (short) -1);
        for (Table.Line line : Table.lines("sounds.txt")) {
            char[] letters = line.key().toCharArray();
            short at = (short) syllables.size();
            syllables.add(line.key());
            alone.add(List.of(line.key()));
            line.points().filter(point -> point < 0x10000).forEach(point -> {
                first[point] = letters;
                number[point] = at;
            });
        }
        for (Table.Line line : Table.lines("readings.txt")) {
            line.points()
                    .filter(point -> number[point] >= 0)
                    .forEach(point -> others.computeIfAbsent(
                                    (char) point, key -> new ArrayList<>(alone.get(number[key])))
                            .add(line.key()));
        }
    }

    /** The letters of the commonest reading; empty where none is known. Not to be changed. */
    public char[] of(char han) {
        return first[han];
    }

    /** Every syllable there is. */
    public List<String> syllables() {
        return Collections.unmodifiableList(syllables);
    }

    /** The place of the commonest reading in {@link #syllables}, or -1 where none is known. */
    public int syllable(char han) {
        return number[han];
    }

    /** Every reading, the commonest first. */
    public List<String> all(char han) {
        List<String> several = others.get(han);
        if (several != null) {
            return several;
        }
        return number[han] < 0 ? List.of() : alone.get(number[han]);
    }

    /** Whether one may be read like the other. */
    public boolean alike(char one, char other) {
        if (number[one] >= 0 && number[one] == number[other]) {
            return true;
        }
        if (!others.containsKey(one) && !others.containsKey(other)) {
            return false;
        }
        List<String> readings = all(other);
        return all(one).stream().anyMatch(readings::contains);
    }
}
