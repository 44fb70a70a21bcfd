package lyceum.moderation.words;

/** A table from hashes of letter runs to numbers of terms; a hash may stand for several. */
final class Tokens {
    static final long SEED = 0xcbf29ce484222325L;
    static final long PRIME = 0x100000001b3L;
    private long[] keys;
    private int[] values;
    private int used;

    Tokens(int expected) {
        int room = Math.max(16, Integer.highestOneBit(Math.max(1, expected)) * 4);
        keys = new long[room];
        values = new int[room];
    }

    /** One more symbol of a run; begin with {@link #SEED}. */
    static long mix(long hash, char symbol) {
        return (hash ^ symbol) * PRIME;
    }

    /** The hash so far, and one more stretch of symbols. */
    static long mix(long before, char[] symbols, int from, int to) {
        long hash = before;
        for (int at = from; at < to; at++) {
            hash = mix(hash, symbols[at]);
        }
        return hash;
    }

    static long hash(CharSequence text) {
        long hash = SEED;
        for (int index = 0; index < text.length(); index++) {
            hash = mix(hash, text.charAt(index));
        }
        return hash;
    }

    private static int slot(long hash, int mask) {
        return (int) (hash ^ hash >>> 29) & mask;
    }

    void put(long hash, int term) {
        if (used * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int slot = slot(hash, mask);
        while (keys[slot] != 0) {
            if (keys[slot] == hash && values[slot] == term) {
                return;
            }
            slot = slot + 1 & mask;
        }
        keys[slot] = hash;
        values[slot] = term;
        used++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        used = 0;
        for (int index = 0; index < oldKeys.length; index++) {
            if (oldKeys[index] != 0) {
                put(oldKeys[index], oldValues[index]);
            }
        }
    }

    /** Where to look for this hash first. */
    int first(long hash) {
        return seek(slot(hash, keys.length - 1), hash);
    }

    /** The next entry of the same hash after this one. */
    int next(int entry, long hash) {
        return seek(entry + 1 & keys.length - 1, hash);
    }

    private int seek(int from, long hash) {
        int slot = from;
        while (keys[slot] != 0) {
            if (keys[slot] == hash) {
                return slot;
            }
            slot = slot + 1 & keys.length - 1;
        }
        return -1;
    }

    int term(int entry) {
        return values[entry];
    }

    boolean has(long hash) {
        return first(hash) >= 0;
    }

    boolean isEmpty() {
        return used == 0;
    }
}
