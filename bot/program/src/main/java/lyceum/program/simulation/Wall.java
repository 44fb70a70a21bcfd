package lyceum.program.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in one room of what was said elsewhere. Every message says its number and which of its wordings it is, {@code #17.2},
 * so that each can be found wherever it stands. Any thread.
 */
public final class Wall {
    private static final Pattern MARK = Pattern.compile("#(\\d+)\\.(\\d+)");
    private static final int SHIFT = 8;

    private final List<long[]> messages = new ArrayList<>();
    private int[] standing = new int[1 << 12];
    private int[] wording = new int[1 << 12];
    private final List<Integer> newest = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private long inversions;
    private long shared;

    /** @return the message's number here */
    public synchronized int add(String text) {
        long[] marks = marks(text);
        for (long mark : marks) {
            count(mark, 1);
            arrived((int) (mark >> SHIFT));
        }
        shared += marks.length > 1 ? marks.length : 0;
        messages.add(marks);
        return messages.size() - 1;
    }

    synchronized void change(int message, String text) {
        Arrays.stream(messages.get(message)).forEach(mark -> count(mark, -1));
        long[] marks = marks(text);
        Arrays.stream(marks).forEach(mark -> count(mark, 1));
        messages.set(message, marks);
    }

    synchronized void remove(int message) {
        Arrays.stream(messages.get(message)).forEach(mark -> count(mark, -1));
        messages.set(message, new long[0]);
    }

    /** How often a message stands. */
    synchronized int standing(int number) {
        return number < standing.length ? standing[number] : 0;
    }

    /** The newest wording of it that was ever said here. */
    synchronized int wording(int number) {
        return number < wording.length ? wording[number] : 0;
    }

    /** Whether it ever stood here. */
    synchronized boolean seen(int number) {
        return seen.get(number);
    }

    /** How many came after a younger one of the same source. */
    synchronized long inversions() {
        return inversions;
    }

    /** How many came as a line of a message with several. */
    synchronized long shared() {
        return shared;
    }

    private void count(long mark, int more) {
        int number = (int) (mark >> SHIFT);
        if (number >= standing.length) {
            standing = Arrays.copyOf(standing, Integer.highestOneBit(number) << 1);
            wording = Arrays.copyOf(wording, standing.length);
        }
        standing[number] += more;
        wording[number] = Math.max(wording[number], (int) (mark & ((1 << SHIFT) - 1)));
    }

    /** Numbers are given in turn to the rooms, so that a number tells its source. */
    private void arrived(int number) {
        int source = number % Town.ROOMS;
        while (newest.size() < Town.ROOMS) {
            newest.add(-1);
        }
        if (seen.get(number)) {
            return;
        }
        seen.set(number);
        if (number < newest.get(source)) {
            inversions++;
        }
        newest.set(source, Math.max(newest.get(source), number));
    }

    private static long[] marks(String text) {
        Matcher matcher = MARK.matcher(text);
        return matcher.results()
                .mapToLong(found -> Long.parseLong(found.group(1)) << SHIFT | Long.parseLong(found.group(2)))
                .toArray();
    }
}
