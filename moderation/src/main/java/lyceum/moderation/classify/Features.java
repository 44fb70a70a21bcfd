package lyceum.moderation.classify;

import java.util.Arrays;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.Reader;
import lyceum.moderation.text.View;

/**
 * What a model sees of a message: its words, pairs of words, pieces of words and of Chinese, and shapes such as numbers and
 * addresses, each hashed to a number below {@link #SIZE}. It keeps its buffers, so each thread needs its own.
 */
public final class Features {
    /** How many numbers there are; a power of two. */
    public static final int SIZE = 1 << 20;

    private static final int MOST = 8_192;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private final Reader reader;
    private final View view = new View();
    private int[] found = new int[512];
    private int count;

    public Features(Reader reader) {
        this.reader = reader;
    }

    /** The distinct features of a message in rising order; the array is the caller's. */
    public int[] of(String message) {
        count = 0;
        reader.read(message, view);
        long before = 0;
        int at = 0;
        while (at < view.size() && count < MOST) {
            byte kind = view.kind(at);
            int end = at + 1;
            if (kind == Kind.SPACE) {
                at = end;
                continue;
            }
            while (end < view.size() && view.kind(end) == kind && kind != Kind.MARK) {
                end++;
            }
            before = kind == Kind.LETTER || kind == Kind.OTHER
                    ? word(message, at, end, before)
                    : other(at, end, before, kind);
            at = end;
        }
        shapes(message);
        Arrays.sort(found, 0, count);
        int distinct = 0;
        for (int index = 0; index < count; index++) {
            if (index == 0 || found[index] != found[index - 1]) {
                found[distinct++] = found[index];
            }
        }
        return Arrays.copyOf(found, distinct);
    }

    private long word(String message, int from, int to, long before) {
        long whole = hash(from, to, 1);
        add(whole);
        add(whole * 31 + before);
        boolean shouted = to - from > 2;
        for (int at = from; at < to; at++) {
            shouted &= Character.isUpperCase(message.charAt(view.start(at)));
        }
        if (shouted) {
            add(7);
            add(whole + 7);
        }
        for (int length = 2; length <= 5; length++) {
            for (int at = from - 1; at + length <= to + 1; at++) {
                add(piece(at, at + length, from, to));
            }
        }
        return whole;
    }

    /** A piece of a word; before its first and after its last letter stands a blank. */
    private long piece(int from, int to, int wordFrom, int wordTo) {
        long hash = 2;
        for (int at = from; at < to; at++) {
            char symbol = at < wordFrom || at >= wordTo ? ' ' : view.symbol(at);
            hash = (hash ^ symbol) * PRIME;
        }
        return hash;
    }

    private long other(int from, int to, long before, byte kind) {
        if (kind == Kind.HAN) {
            for (int length = 1; length <= 4; length++) {
                for (int at = from; at + length <= to; at++) {
                    add(hash(at, at + length, 3));
                }
            }
            return hash(to - 1, to, 3);
        }
        long shape = kind == Kind.DIGIT ? 4 + ((long) Math.min(to - from, 12) << 8) : hash(from, to, 5);
        add(shape);
        add(shape * 31 + before);
        return shape;
    }

    private long hash(int from, int to, int seed) {
        long hash = seed;
        for (int at = from; at < to; at++) {
            hash = (hash ^ view.symbol(at)) * PRIME;
        }
        return hash;
    }

    /** How long it is, how much of it is digits, capitals and signs of money. */
    private void shapes(String message) {
        int digits = 0;
        int capitals = 0;
        int money = 0;
        int longest = 0;
        int run = 0;
        for (int at = 0; at < message.length(); at++) {
            char unit = message.charAt(at);
            boolean digit = Character.isDigit(unit);
            run = digit ? run + 1 : 0;
            longest = Math.max(longest, run);
            digits += digit ? 1 : 0;
            capitals += Character.isUpperCase(unit) ? 1 : 0;
            money += Character.getType(unit) == Character.CURRENCY_SYMBOL ? 1 : 0;
        }
        add(11 + ((long) Math.min(8, message.length() / 20) << 32));
        add(12 + ((long) Math.min(8, digits / 2) << 32));
        add(13 + ((long) Math.min(8, capitals * 16 / Math.max(1, message.length())) << 32));
        add(14 + ((long) Math.min(2, money) << 32));
        add(15 + ((long) Math.min(12, longest) << 32));
        add(16 + ((long) Math.min(8, digits / 2) << 32) + ((long) Math.min(8, message.length() / 20) << 40));
    }

    private void add(long hash) {
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
        }
        long mixed = (hash ^ hash >>> 29) * PRIME;
        found[count++] = (int) (mixed >>> 40) & SIZE - 1;
    }
}
