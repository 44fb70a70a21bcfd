package lyceum.moderation.text;

import java.util.Arrays;

/**
 * A message as symbols, each with the span of the original it came from. One object serves many messages; it belongs to one
 * thread at a time.
 */
public final class View {
    private char[] symbols = new char[256];
    private byte[] kinds = new byte[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private boolean[] changed = new boolean[256];
    private int size;
    private int seen;

    void clear() {
        size = 0;
        seen = 0;
    }

    void add(char symbol, byte kind, int start, int end) {
        if (size == symbols.length) {
            grow();
        }
        symbols[size] = symbol;
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        changed[size] = false;
        seen |= 1 << kind;
        size++;
    }

    /** Adds a symbol which stands for something that reads differently in the view this one is made from. */
    void addChanged(char symbol, byte kind, int start, int end) {
        add(symbol, kind, start, end);
        changed[size - 1] = true;
    }

    void addSame(View other, int index) {
        add(other.symbols[index], other.kinds[index], other.starts[index], other.ends[index]);
    }

    private void grow() {
        int more = size * 2;
        symbols = Arrays.copyOf(symbols, more);
        kinds = Arrays.copyOf(kinds, more);
        starts = Arrays.copyOf(starts, more);
        ends = Arrays.copyOf(ends, more);
        changed = Arrays.copyOf(changed, more);
    }

    public int size() {
        return size;
    }

    public char symbol(int index) {
        return symbols[index];
    }

    public byte kind(int index) {
        return kinds[index];
    }

    /** Where in the original this symbol begins, in UTF-16 units. */
    public int start(int index) {
        return starts[index];
    }

    /** Where in the original this symbol ends, exclusive, in UTF-16 units. */
    public int end(int index) {
        return ends[index];
    }

    /** Whether this symbol is what makes this view differ from the one it was made from. */
    public boolean changed(int index) {
        return changed[index];
    }

    /** Whether any symbol is of this kind. */
    public boolean has(byte kind) {
        return (seen & 1 << kind) != 0;
    }

    @Override
    public String toString() {
        return new String(symbols, 0, size);
    }
}
