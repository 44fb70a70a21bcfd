package lyceum.lucene;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What an English question is about, as a direction: a sum of small vectors, one for each word, pair of words and piece of a word,
 * learnt from questions that mean the same. Immutable.
 */
final class Sense {
    static final int SIZE = 64;
    static final int SLOTS = 1 << 15;
    private static final float UNIT = 32;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final int PIECE = 4;
    private final byte[] vectors;

    Sense(byte[] vectors) {
        this.vectors = vectors;
    }

    /** The one that comes with the program. */
    static Sense shipped() {
        try (InputStream in = Objects.requireNonNull(Sense.class.getResourceAsStream("sense.model"))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sense read(InputStream in) throws IOException {
        byte[] vectors = new byte[SLOTS * SIZE];
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), 1 << 16)).readFully(vectors);
        return new Sense(vectors);
    }

    void write(OutputStream out) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(out);
        new DataOutputStream(zip).write(vectors);
        zip.finish();
    }

    static Sense of(float[] weights) {
        byte[] vectors = new byte[weights.length];
        for (int at = 0; at < weights.length; at++) {
            vectors[at] = (byte) Math.clamp(Math.round(weights[at] * UNIT), -127, 127);
        }
        return new Sense(vectors);
    }

    /** The slots of a text's words, pairs and pieces. */
    static int[] slots(Terms terms) {
        int[] slots = new int
                [terms.words().size() * 2
                        + terms.words().stream()
                                .mapToInt(word -> Math.max(1, word.text().length()))
                                .sum()];
        int count = 0;
        for (Terms.Term word : terms.words()) {
            slots[count++] = slot(word.text(), 0, word.text().length(), 1);
            for (int at = 0; at + PIECE <= word.text().length() + 2; at++) {
                slots[count++] = piece(word.text(), at);
            }
        }
        for (Terms.Term pair : terms.pairs()) {
            slots[count++] = slot(pair.text(), 0, pair.text().length(), 3);
        }
        return java.util.Arrays.copyOf(slots, count);
    }

    /** Of some letters of a word that is written between {@code <} and {@code >}, so that its ends are told apart from its middle. */
    private static int piece(String word, int from) {
        long hash = 2;
        for (int at = from; at < from + PIECE; at++) {
            char letter = at == 0 ? '<' : at > word.length() ? '>' : word.charAt(at - 1);
            hash = (hash ^ letter) * PRIME;
        }
        return mixed(hash);
    }

    private static int slot(String text, int from, int to, long seed) {
        long hash = seed;
        for (int at = from; at < to; at++) {
            hash = (hash ^ text.charAt(at)) * PRIME;
        }
        return mixed(hash);
    }

    private static int mixed(long hash) {
        long mixed = (hash ^ (hash >>> 29)) * PRIME;
        return (int) (mixed >>> 49);
    }

    /** Of length 127, or all zeros where nothing is known of the text. */
    byte[] of(Terms terms) {
        int[] sums = new int[SIZE];
        for (int slot : slots(terms)) {
            for (int at = 0; at < SIZE; at++) {
                sums[at] += vectors[slot * SIZE + at];
            }
        }
        double length = 0;
        for (int sum : sums) {
            length += (double) sum * sum;
        }
        byte[] direction = new byte[SIZE];
        double scale = length < 1 ? 0 : 127 / Math.sqrt(length);
        for (int at = 0; at < SIZE; at++) {
            direction[at] = (byte) Math.round(sums[at] * scale);
        }
        return direction;
    }

    /** From -1 to 1: how near two directions are. */
    static double alike(byte[] one, byte[] other) {
        int sum = 0;
        for (int at = 0; at < SIZE; at++) {
            sum += one[at] * other[at];
        }
        return sum / (127.0 * 127.0);
    }
}
