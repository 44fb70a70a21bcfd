package lyceum.community.giveaways.draw;

import java.util.Arrays;

/** Collects entrants in any order. */
public final class EntrantList {
    private static final int TAG = Hash.SIZE;

    private byte[] tags = new byte[64 * TAG];
    private int[] tickets = new int[64];
    private int size;

    /**
     * @param tag 32 bytes
     * @param count its tickets, 1 to 2^31-1
     */
    public void add(byte[] tag, int count) {
        if (tag.length != TAG || count < 1) {
            throw new IllegalArgumentException("a tag has 32 bytes and at least one ticket");
        }
        if (size == tickets.length) {
            tags = Arrays.copyOf(tags, tags.length * 2);
            tickets = Arrays.copyOf(tickets, tickets.length * 2);
        }
        System.arraycopy(tag, 0, tags, size * TAG, TAG);
        tickets[size++] = count;
    }

    int size() {
        return size;
    }

    /** Whether the last tag is greater than the one before it. */
    boolean endsAscending() {
        return size < 2 || compare(size - 2, size - 1) < 0;
    }

    /** Whether each tag is greater than the one before it. */
    private boolean ascending() {
        for (int i = 1; i < size; i++) {
            if (compare(i - 1, i) >= 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * In ascending order of tag.
     *
     * @throws IllegalArgumentException if a tag is there twice
     */
    public Entrants sorted() {
        if (ascending()) {
            return new Entrants(tags, tickets, size);
        }
        byte[] sorted = new byte[size * TAG];
        int[] counts = new int[size];
        int to = 0;
        for (int from : order()) {
            System.arraycopy(tags, from * TAG, sorted, to * TAG, TAG);
            counts[to++] = tickets[from];
        }
        for (int i = 1; i < size; i++) {
            int from = i * TAG;
            if (Arrays.equals(sorted, from - TAG, from, sorted, from, from + TAG)) {
                throw new IllegalArgumentException("an entrant is there twice");
            }
        }
        return new Entrants(sorted, counts, size);
    }

    /** The places in ascending order of tag: by the first bits, which share a word with the place, then by whole tags. */
    private int[] order() {
        int bits = 64 - Long.numberOfLeadingZeros(size);
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (head(i) >>> (bits + 1) << bits) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int place = (int) (keys[i] & ((1L << bits) - 1));
            int at = i;
            while (at > 0 && compare(order[at - 1], place) > 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = place;
        }
        return order;
    }

    private long head(int place) {
        long head = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            head = (head << 8) | (tags[place * TAG + i] & 0xff);
        }
        return head;
    }

    private int compare(int one, int other) {
        return Arrays.compareUnsigned(tags, one * TAG, one * TAG + TAG, tags, other * TAG, other * TAG + TAG);
    }
}
