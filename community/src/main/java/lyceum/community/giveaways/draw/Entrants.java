package lyceum.community.giveaways.draw;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Who takes part: tags in ascending order, each once, and their tickets. */
public final class Entrants {
    /** The sum of all tickets stays below this. */
    public static final long TOO_MANY_TICKETS = 1L << 53;

    private static final int TAG = Hash.SIZE;

    private final byte[] tags;
    private final int[] tickets;
    private final int size;
    private final long weight;

    Entrants(byte[] tags, int[] tickets, int size) {
        this.tags = tags;
        this.tickets = tickets;
        this.size = size;
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += tickets[i];
        }
        this.weight = sum;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** All tickets together. */
    public long weight() {
        return weight;
    }

    /** The tag at a place, in hex. */
    public String tag(int place) {
        return HexFormat.of().formatHex(tags, place * TAG, (place + 1) * TAG);
    }

    public int tickets(int place) {
        return tickets[place];
    }

    /** The place of a tag; negative where it is not there. */
    int place(byte[] tag) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = Arrays.compareUnsigned(tags, middle * TAG, (middle + 1) * TAG, tag, 0, TAG);
            if (compared == 0) {
                return middle;
            }
            low = compared < 0 ? middle + 1 : low;
            high = compared < 0 ? high : middle - 1;
        }
        return -1;
    }

    /** The tags at some places, 32 bytes each. */
    List<byte[]> tags(int[] places) {
        return Arrays.stream(places)
                .mapToObj(place -> Arrays.copyOfRange(tags, place * TAG, (place + 1) * TAG))
                .toList();
    }

    void copyTag(int place, byte[] to, int at) {
        System.arraycopy(tags, place * TAG, to, at, TAG);
    }
}
