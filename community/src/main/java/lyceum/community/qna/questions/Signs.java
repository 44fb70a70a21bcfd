package lyceum.community.qna.questions;

import java.util.Arrays;

/**
 * What a model sees of a sentence: its words and characters, alone and with their neighbours, where it begins and how it ends, each
 * hashed to a number below {@link #SIZE}. One thread.
 */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
final class Signs {
    static final int SIZE = 1 << 16;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final int MOST = 600;
    private static final int EDGE = 5;
    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private final long[] hashes = new long[MOST];
    private int[] found = new int[MOST * 4];
    private int count;
    private int size;
    private String text = "";

    /** The features, in order; not distinct. */
    int[] of(String sentence) {
        text = sentence;
        count = 0;
        cut();
        for (int at = 0; at < size; at++) {
            add(hashes[at], 1);
            long next = at + 1 < size ? hashes[at + 1] : 0;
            add(hashes[at] * 31 + next, 2);
            if (at + 2 < size) {
                add((hashes[at] * 31 + next) * 31 + hashes[at + 2], 3);
            }
        }
        edges();
        alternatives();
        add(Math.min(size, 24) / 3, 9);
        return Arrays.copyOf(found, count);
    }

    /** Words, and single characters of Chinese. */
    private void cut() {
        size = 0;
        int at = 0;
        while (at < text.length() && size < MOST) {
            char unit = text.charAt(at);
            int end = at + 1;
            if (Letters.isWord(unit)) {
                while (end < text.length() && Letters.isWord(text.charAt(end))) {
                    end++;
                }
            } else if (Character.isWhitespace(unit)) {
                at++;
                continue;
            }
            starts[size] = at;
            ends[size] = end;
            hashes[size++] = hash(at, end);
            at = end;
        }
    }

    private long hash(int from, int to) {
        long hash = 7;
        for (int at = from; at < to; at++) {
            char unit = text.charAt(at);
            if (unit != '\'' && unit != '’') {
                hash = (hash ^ (Character.isDigit(unit) ? '0' : unit)) * PRIME;
            }
        }
        return hash;
    }

    private void edges() {
        long head = 0;
        for (int at = 0; at < Math.min(EDGE, size); at++) {
            head = head * 31 + hashes[at];
            add(head, 4);
            add(hashes[at], 5);
        }
        long tail = 0;
        for (int at = size - 1; at >= Math.max(0, size - EDGE); at--) {
            tail = tail * 31 + hashes[at];
            add(tail, 6);
            add(hashes[at], 7);
        }
    }

    /** 是不是, 能不能, 有没有, 好不好: a choice between something and its contrary. */
    private void alternatives() {
        for (int at = 2; at < size; at++) {
            char middle = text.charAt(starts[at - 1]);
            if ((middle == '不' || middle == '没')
                    && hashes[at] == hashes[at - 2]
                    && Letters.isHan(text.charAt(starts[at]))) {
                add(1, 8);
            }
        }
    }

    private void add(long hash, int kind) {
        if (count < found.length) {
            long mixed = (hash + kind) * PRIME;
            found[count++] = (int) ((mixed ^ mixed >>> 31) * PRIME >>> 48);
        }
    }
}
