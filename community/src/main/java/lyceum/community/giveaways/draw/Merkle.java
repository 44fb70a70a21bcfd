package lyceum.community.giveaways.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The tree of hashes over all entrants, whose root is published at the freeze. */
final class Merkle {
    private static final int SIZE = Hash.SIZE;
    private static final int CHUNK = 1 << 13;

    private Merkle() {}

    static byte[] root(String drawId, Entrants entrants) {
        if (entrants.size() == 0) {
            return Hash.tagged("empty").text(drawId).done();
        }
        byte[] level = leaves(drawId, entrants);
        for (int size = entrants.size(); size > 1; size = (size + 1) / 2) {
            level = above(level, size);
        }
        return Arrays.copyOf(level, SIZE);
    }

    /** What an entrant needs besides the leaf: the neighbours on the way to the root, from below. */
    static List<Neighbour> path(String drawId, Entrants entrants, int place) {
        List<Neighbour> path = new ArrayList<>();
        byte[] level = leaves(drawId, entrants);
        int at = place;
        for (int size = entrants.size(); size > 1; size = (size + 1) / 2) {
            int other = at ^ 1;
            if (other < size) {
                path.add(new Neighbour(Arrays.copyOfRange(level, other * SIZE, (other + 1) * SIZE), other < at));
            }
            level = above(level, size);
            at /= 2;
        }
        return path;
    }

    /** The hash beside one's own on the way up, and whether it stands on the left. */
    @SuppressWarnings("ArrayRecordComponent")
    record Neighbour(byte[] hash, boolean left) {}

    private static byte[] leaves(String drawId, Entrants entrants) {
        byte[] head = leafHead(drawId);
        byte[] leaves = new byte[entrants.size() * SIZE];
        inChunks(entrants.size(), (from, to) -> {
            Hash hash = new Hash();
            byte[] leaf = Arrays.copyOf(head, head.length + SIZE + Long.BYTES);
            for (int i = from; i < to; i++) {
                entrants.copyTag(i, leaf, head.length);
                Hash.put(leaf, head.length + SIZE, entrants.tickets(i));
                hash.once(leaf, leaf.length, leaves, i * SIZE);
            }
        });
        return leaves;
    }

    private static byte[] leafHead(String drawId) {
        byte[] tag = Hash.tag("leaf");
        byte[] id = Hash.utf8(drawId);
        byte[] head = Arrays.copyOf(tag, tag.length + Integer.BYTES + id.length);
        System.arraycopy(Hash.u32(id.length), 0, head, tag.length, Integer.BYTES);
        System.arraycopy(id, 0, head, tag.length + Integer.BYTES, id.length);
        return head;
    }

    private static byte[] above(byte[] level, int size) {
        byte[] head = Hash.tag("node");
        byte[] above = new byte[(size + 1) / 2 * SIZE];
        inChunks(size / 2, (from, to) -> {
            Hash hash = new Hash();
            byte[] node = Arrays.copyOf(head, head.length + 2 * SIZE);
            for (int i = from; i < to; i++) {
                System.arraycopy(level, 2 * i * SIZE, node, head.length, 2 * SIZE);
                hash.once(node, node.length, above, i * SIZE);
            }
        });
        if (size % 2 == 1) {
            System.arraycopy(level, (size - 1) * SIZE, above, size / 2 * SIZE, SIZE);
        }
        return above;
    }

    /** Runs over the numbers below a size, on all cores where there are many. */
    private static void inChunks(int size, Range work) {
        int chunks = (size + CHUNK - 1) / CHUNK;
        IntStream range = IntStream.range(0, chunks);
        (chunks > 1 ? range.parallel() : range)
                .forEach(chunk -> work.run(chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK)));
    }

    /** Work on the numbers from one to before another. */
    private interface Range {
        void run(int from, int to);
    }
}
