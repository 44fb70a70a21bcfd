package lyceum.moderation.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every character folds to: case, compatibility forms, accents, look-alikes, traditional Han. The table is made from ICU's
 * data and a list of our own; reading it costs milliseconds and needs no ICU.
 */
public final class Folds {
    private final char[] symbol = new char[0x10000];
    private final byte[] kind = new byte[0x10000];
    private final Map<Integer, String> several = new HashMap<>();
    private final Map<Integer, String> high = new HashMap<>();

    public Folds() {
        for (int unit = 0; unit < 0x10000; unit++) {
            symbol[unit] = (char) unit;
            kind[unit] = kindOf(unit);
        }
        for (char upper = 'A'; upper <= 'Z'; upper++) {
            symbol[upper] = (char) (upper + 32);
        }
        Table.lines("folds.txt").forEach(line -> {
            String target = line.key();
            line.points().forEach(point -> put(point, target));
        });
        Table.lines("radicals.txt").forEach(line -> line.points().forEach(point -> put(point, line.key())));
        lowerTheRest();
    }

    private void put(int point, String target) {
        if (point > 0xFFFF) {
            high.put(point, target);
        } else if (target.isEmpty()) {
            kind[point] = Kind.GONE;
        } else if (target.length() > 1) {
            kind[point] = Kind.SEVERAL;
            several.put(point, target);
        } else {
            symbol[point] = target.charAt(0);
            kind[point] = kindOf(target.charAt(0));
        }
    }

    private void lowerTheRest() {
        for (int unit = 0x80; unit < 0x10000; unit++) {
            if (symbol[unit] == unit && kind[unit] == Kind.OTHER) {
                symbol[unit] = Character.toLowerCase((char) unit);
            }
        }
    }

    /** The symbol of one UTF-16 unit; of use only where {@link #kind(char)} is a real kind. */
    char symbol(char unit) {
        return symbol[unit];
    }

    byte kind(char unit) {
        return kind[unit];
    }

    String several(char unit) {
        return several.getOrDefault((int) unit, "");
    }

    /** What a code point above the first plane folds to: null for itself, empty for nothing. */
    @Nullable
    String high(int point) {
        return high.get(point);
    }

    /** The kind of the symbol this unit folds to, 8 where it needs a closer look, negative where it disappears. */
    public byte kindOrGone(char unit) {
        return kind[unit] == Kind.GONE ? -1 : kind[unit] > Kind.GONE ? Kind.HALF : kind[unit];
    }

    /** One character folded, where it folds to exactly one symbol; else the character itself. */
    public char one(char unit) {
        return kind[unit] < Kind.GONE ? symbol[unit] : unit;
    }

    static byte kindOf(int point) {
        if ((point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z')) {
            return Kind.LETTER;
        }
        if (point >= '0' && point <= '9') {
            return Kind.DIGIT;
        }
        if (point < 0x80) {
            return Character.isWhitespace(point) ? Kind.SPACE : Kind.MARK;
        }
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            return Kind.HALF;
        }
        if (Character.isIdeographic(point)) {
            return Kind.HAN;
        }
        if (Character.isLetter(point)
                || Character.getType(point) == Character.COMBINING_SPACING_MARK
                || Character.getType(point) == Character.NON_SPACING_MARK) {
            return Kind.OTHER;
        }
        return Character.isWhitespace(point) || Character.isSpaceChar(point) ? Kind.SPACE : Kind.MARK;
    }
}
