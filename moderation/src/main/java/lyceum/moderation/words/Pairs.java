package lyceum.moderation.words;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/** A Bloom filter of the pairs of Han characters that ordinary Chinese holds. */
final class Pairs {
    private static final int BITS = 1 << 23;
    private static final int PROBES = 5;
    private final long[] bits = new long[BITS / 64];

    static Pairs read(InputStream in) throws IOException {
        Pairs pairs = new Pairs();
        LongBuffer longs = ByteBuffer.wrap(in.readAllBytes()).asLongBuffer();
        longs.get(pairs.bits);
        return pairs;
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(bits.length * Long.BYTES);
        bytes.asLongBuffer().put(bits);
        return bytes.array();
    }

    void add(char one, char other) {
        long hash = mixed(one, other);
        for (int probe = 0; probe < PROBES; probe++, hash = hash >>> 11 | hash << 53) {
            int bit = (int) hash & BITS - 1;
            bits[bit >>> 6] |= 1L << bit;
        }
    }

    /** Whether the pair is ordinary; once in a thousand also where it is not. */
    boolean has(char one, char other) {
        long hash = mixed(one, other);
        for (int probe = 0; probe < PROBES; probe++, hash = hash >>> 11 | hash << 53) {
            int bit = (int) hash & BITS - 1;
            if ((bits[bit >>> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static long mixed(char one, char other) {
        long hash = ((long) one << 16 | other) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
        return hash * 0xBF58476D1CE4E5B9L;
    }
}
