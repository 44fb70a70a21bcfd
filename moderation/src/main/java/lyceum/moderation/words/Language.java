package lyceum.moderation.words;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.View;

/** What is known of ordinary English and Chinese, so that a find can be told from a coincidence. */
public final class Language {
    private static final int UNKNOWN_ONE = 130;
    private static final int LONGEST = 4;
    private static final int ROOM = 1 << 19;
    private static final byte NAME = 1;
    private static final byte WORD = 2;
    private static final byte COMMON = 3;
    private final long[] chinese = new long[ROOM];
    private final byte[] costs = new byte[ROOM];
    private final int[] english = new int[1 << 18];
    private final Tokens borrowed = new Tokens(1 << 13);
    private final Pairs pairs;
    private final byte[] standing = new byte[1 << 18];

    public Language() {
        try {
            readChinese();
            readEnglish();
            pairs = Pairs.read(resource("pairs.bin"));
            readBorrowed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readChinese() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource("chinese.txt"), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    byte cost = (byte) Math.min(127, Integer.parseInt(line.substring(0, tab)) / 2);
                    for (int at = tab + 1, end; at < line.length(); at = end + 1) {
                        end = line.indexOf(' ', at);
                        end = end < 0 ? line.length() : end;
                        putChinese(line, at, end, cost);
                    }
                }
            }
        }
    }

    private void putChinese(String line, int from, int to, byte cost) {
        long key = 0;
        for (int at = from; at < to; at++) {
            key = key << 16 | line.charAt(at);
        }
        int slot = slot(key);
        while (chinese[slot] != 0) {
            slot = slot + 1 & ROOM - 1;
        }
        chinese[slot] = key;
        costs[slot] = cost;
    }

    private static int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & ROOM - 1;
    }

    private void readEnglish() throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(resource("english.bin")))) {
            int left = in.readInt();
            while (in.available() > 0) {
                putEnglish(in.readInt(), left-- > 0 ? COMMON : WORD);
            }
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(resource("names.bin")))) {
            while (in.available() > 0) {
                putEnglish(in.readInt(), NAME);
            }
        }
    }

    private void putEnglish(int hash, byte as) {
        int slot = hash & english.length - 1;
        while (english[slot] != 0 && english[slot] != hash) {
            slot = slot + 1 & english.length - 1;
        }
        english[slot] = hash;
        standing[slot] = as > standing[slot] ? as : standing[slot];
    }

    private void readBorrowed() throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(resource("borrowed.bin")))) {
            while (in.available() > 0) {
                borrowed.put(in.readInt() | 1L << 32, 0);
            }
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Language.class.getResourceAsStream(name), name);
    }

    private int find(long hash) {
        int key = (int) hash;
        int slot = key & english.length - 1;
        while (english[slot] != 0 && english[slot] != key) {
            slot = slot + 1 & english.length - 1;
        }
        return english[slot] == key ? slot : -1;
    }

    /** Whether people write this run of small letters in English; takes a hash of {@link Tokens}. */
    boolean english(long hash) {
        return standing(hash) >= WORD;
    }

    /** Whether it is an English word, a name, or a small word of another language. */
    boolean known(long hash) {
        return standing(hash) >= NAME;
    }

    /** Whether it is one of the few thousand commonest. */
    boolean commonEnglish(long hash) {
        return standing(hash) >= COMMON;
    }

    private byte standing(long hash) {
        int slot = find(hash);
        return slot < 0 ? 0 : standing[slot];
    }

    /** Whether Chinese texts hold this run of Latin letters. */
    boolean borrowed(long hash) {
        return borrowed.has((int) hash | 1L << 32);
    }

    /** Whether ordinary Chinese has these two characters in a row. */
    boolean pair(char one, char other) {
        return pairs.has(one, other);
    }

    /** How rare a Chinese word is, higher is rarer, or -1 where it is none. */
    int cost(View view, int from, int to) {
        long key = 0;
        for (int at = from; at < to; at++) {
            key = key << 16 | view.symbol(at);
        }
        int slot = slot(key);
        while (chinese[slot] != 0 && chinese[slot] != key) {
            slot = slot + 1 & ROOM - 1;
        }
        return chinese[slot] == key ? costs[slot] * 2 : -1;
    }

    /**
     * Cuts the Han characters of a stretch into words in the least surprising way.
     *
     * @return for each symbol of the stretch, how far its word began before it
     */
    int[] cut(View view, int from, int to) {
        int size = to - from;
        int[] best = new int[size + 1];
        int[] length = new int[size + 1];
        for (int end = 1; end <= size; end++) {
            best[end] = Integer.MAX_VALUE;
            for (int take = 1; take <= Math.min(LONGEST, end); take++) {
                int cost = view.kind(from + end - take) == Kind.HAN ? cost(view, from + end - take, from + end) : -1;
                if (cost < 0 && take == 1) {
                    cost = UNKNOWN_ONE;
                }
                if (cost >= 0 && best[end - take] + cost < best[end]) {
                    best[end] = best[end - take] + cost;
                    length[end] = take;
                }
            }
        }
        int[] back = new int[size];
        for (int end = size; end > 0; end -= length[end]) {
            for (int step = 0; step < length[end]; step++) {
                back[end - 1 - step] = length[end] - 1 - step;
            }
        }
        return back;
    }
}
