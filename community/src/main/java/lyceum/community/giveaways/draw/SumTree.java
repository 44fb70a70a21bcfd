package lyceum.community.giveaways.draw;

/** The tickets of those who are left, as a Fenwick tree: finding and taking out cost the logarithm of their number. */
final class SumTree {
    private final long[] sums;
    private final int highest;

    SumTree(Entrants entrants) {
        int size = entrants.size();
        sums = new long[size + 1];
        for (int i = 1; i <= size; i++) {
            sums[i] += entrants.tickets(i - 1);
            int above = i + (i & -i);
            if (above <= size) {
                sums[above] += sums[i];
            }
        }
        highest = Integer.highestOneBit(size);
    }

    /** The first place whose running sum is greater than the number. */
    int find(long number) {
        int place = 0;
        long left = number;
        for (int step = highest; step > 0; step >>= 1) {
            int next = place + step;
            if (next < sums.length && sums[next] <= left) {
                place = next;
                left -= sums[next];
            }
        }
        return place;
    }

    void takeOut(int place, int tickets) {
        for (int i = place + 1; i < sums.length; i += i & -i) {
            sums[i] -= tickets;
        }
    }
}
