package lyceum.moderation.classify;

import java.util.Arrays;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.Reader;
import lyceum.moderation.text.View;
import org.jspecify.annotations.Nullable;

/**
 * What a model sees of a message: its words, pairs of words, pieces of words and of Chinese, their tone, and shapes such as numbers and
 * addresses, each hashed to a number below {@link #SIZE}. It keeps its buffers, so each thread needs its own.
 */
public final class Features {
    /** How many numbers there are; a power of two. */
    public static final int SIZE = 1 << 20;

    private static final int MOST = 8_192;
    private static final int LONGEST_PIECE = 5;
    private static final int LONGEST_HAN = 4;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private final Reader reader;
    private final Tone tone = new Tone(Features::key);
    private final int[] tones = new int[Tone.MOST + 1];
    private int lastTone;
    private final View view = new View();
    private int[] found = new int[512];
    private int[] slots = new int[1_024];
    private int count;
    private @Nullable String lastMessage;
    private int[] lastFeatures = {};

    public Features(Reader reader) {
        this.reader = reader;
    }

    /** The distinct features of a message in the order they are met; the same array when asked for the same message again, not to be changed. */
    @SuppressWarnings("ReferenceEquality")
    public int[] of(String message) {
        if (message != lastMessage) {
            lastFeatures = read(message);
            lastMessage = message;
        }
        return lastFeatures;
    }

    private int[] read(String message) {
        count = 0;
        lastTone = 0;
        Arrays.fill(tones, 0);
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
        countTones();
        int room = Integer.highestOneBit(count) * 4;
        if (room > slots.length) {
            slots = new int[room];
        }
        Arrays.fill(slots, 0, room, -1);
        int distinct = 0;
        for (int index = 0; index < count; index++) {
            int feature = found[index];
            int slot = feature & room - 1;
            while (slots[slot] >= 0 && slots[slot] != feature) {
                slot = slot + 1 & room - 1;
            }
            if (slots[slot] < 0) {
                slots[slot] = feature;
                found[distinct++] = feature;
            }
        }
        return Arrays.copyOf(found, distinct);
    }

    private long word(String message, int from, int to, long before) {
        long whole = hash(from, to, 1);
        add(whole);
        add(whole * 31 + before);
        wordTone(whole, before);
        boolean shouted = to - from > 2;
        for (int at = from; at < to; at++) {
            shouted &= Character.isUpperCase(message.charAt(view.start(at)));
        }
        if (shouted) {
            add(7);
            add(whole + 7);
        }
        for (int at = from - 1; at < to; at++) {
            long hash = 2;
            for (int next = at; next < at + LONGEST_PIECE && next <= to; next++) {
                char symbol = next < from || next == to ? ' ' : view.symbol(next);
                hash = (hash ^ symbol) * PRIME;
                if (next > at) {
                    add(hash);
                }
            }
        }
        return whole;
    }

    private long other(int from, int to, long before, byte kind) {
        if (kind == Kind.HAN) {
            for (int at = from; at < to; at++) {
                long hash = 3;
                for (int next = at; next < Math.min(to, at + LONGEST_HAN); next++) {
                    hash = (hash ^ view.symbol(next)) * PRIME;
                    add(hash);
                    hanTone(hash, at, next + 1, from, to);
                }
            }
            return hash(to - 1, to, 3);
        }
        long shape = kind == Kind.DIGIT ? 4 + ((long) Math.min(to - from, 12) << 8) : hash(from, to, 5);
        add(shape);
        add(shape * 31 + before);
        return shape;
    }

    /** As the features hash a word that stands alone. */
    private static long key(String word) {
        boolean han = Character.isIdeographic(word.charAt(0));
        long hash = han ? 3 : 1;
        for (int at = 0; at < word.length(); at++) {
            hash = (hash ^ word.charAt(at)) * PRIME;
        }
        return hash;
    }

    private void wordTone(long word, long before) {
        int found = tone.of(word);
        if (found > 0) {
            tones[found]++;
            add(toned(found, 0));
            add(toned(found, before));
        }
        if (lastTone > 0) {
            add(toned(lastTone + 16, word));
        }
        lastTone = found;
    }

    /** The tone of Han characters, with their neighbours inside the run. */
    private void hanTone(long han, int at, int end, int from, int to) {
        int found = tone.of(han);
        if (found == 0) {
            return;
        }
        tones[found]++;
        add(toned(found, 0));
        if (at > from) {
            add(toned(found + 32, view.symbol(at - 1)));
        }
        if (at > from + 1) {
            add(toned(found + 48, view.symbol(at - 2) << 16 | view.symbol(at - 1)));
        }
        if (end < to) {
            add(toned(found + 64, view.symbol(end)));
        }
    }

    private void countTones() {
        for (int each = 1; each < tones.length; each++) {
            for (int times = 1; times <= Math.min(4, tones[each]); times++) {
                add(toned(each + 80, times));
            }
        }
    }

    private static long toned(int tone, long beside) {
        return ((beside ^ tone) * PRIME ^ tone) * PRIME;
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
