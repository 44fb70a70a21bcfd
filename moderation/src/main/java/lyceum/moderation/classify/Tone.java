package lyceum.moderation.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** A list of words by their tone, so that a model knows a word that its examples have not by those of the same tone. */
final class Tone {
    /** How many tones there are, numbered from 1. */
    static final int MOST = 8;

    private static final int ROOM = 1 << 12;
    private final long[] keys = new long[ROOM];
    private final byte[] tones = new byte[ROOM];

    /** @param key of a Latin word, or of a run of Han characters, as the features hash it */
    Tone(ToLongFunction<String> key) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Tone.class.getResourceAsStream("tone.txt")), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    byte tone = Byte.parseByte(line.substring(0, tab));
                    for (String word : line.substring(tab + 1).split(" ", -1)) {
                        put(key.applyAsLong(word), tone);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(long key, byte tone) {
        int slot = slot(key);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & ROOM - 1;
        }
        keys[slot] = key;
        tones[slot] = tone;
    }

    /** The tone of a word, 0 where it has none. */
    int of(long key) {
        int slot = slot(key);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return tones[slot];
            }
            slot = slot + 1 & ROOM - 1;
        }
        return 0;
    }

    private static int slot(long key) {
        return (int) (key >>> 40) & ROOM - 1;
    }
}
