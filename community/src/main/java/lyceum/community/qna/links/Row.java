package lyceum.community.qna.links;

import java.util.Arrays;

/** Numbers written one after the other. */
final class Row {
    private float[] values;
    private int size;

    Row(int room) {
        values = new float[room];
    }

    void clear() {
        size = 0;
    }

    void put(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = (float) value;
    }

    void put(boolean value) {
        put(value ? 1 : 0);
    }

    /** A logarithm of what is not negative, about 0 to 1 for ordinary counts and seconds. */
    void log(double value) {
        put(Math.log1p(value) / 5);
    }

    /** The lowest bits of a number, each as a value. */
    void bits(int bits, int count) {
        for (int at = 0; at < count; at++) {
            put((bits >> at & 1) != 0);
        }
    }

    int size() {
        return size;
    }

    float get(int at) {
        return values[at];
    }

    float[] values() {
        return values;
    }
}
