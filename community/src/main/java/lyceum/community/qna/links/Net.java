package lyceum.community.qna.links;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * A small feed-forward network with two hidden layers. What belongs to the line alone is multiplied once for all its candidates.
 * One thread.
 */
final class Net {
    /** What passes of a value below zero. */
    static final float LEAK = 0.03f;

    final int pairs;
    final int owns;
    final int wide;
    final int narrow;
    /** Row-major by input: from a pair, from a line, and the answer for a line that starts a thread, to the wide layer. */
    final float[] fromPair;

    final float[] fromOwn;
    final float[] fromStart;
    final float[] wideBias;
    /** Row-major by unit of the wide layer. */
    final float[] toNarrow;

    final float[] narrowBias;
    final float[] out;
    private final float[] base;
    private final float[] first;
    private final float[] second;

    Net(int pairs, int owns, int wide, int narrow) {
        this.pairs = pairs;
        this.owns = owns;
        this.wide = wide;
        this.narrow = narrow;
        fromPair = new float[pairs * wide];
        fromOwn = new float[owns * wide];
        fromStart = new float[wide];
        wideBias = new float[wide];
        toNarrow = new float[wide * narrow];
        narrowBias = new float[narrow];
        out = new float[narrow];
        base = new float[wide];
        first = new float[wide];
        second = new float[narrow];
    }

    float[][] weights() {
        return new float[][] {fromPair, fromOwn, fromStart, wideBias, toNarrow, narrowBias, out};
    }

    void randomize(RandomGenerator random) {
        fill(fromPair, Math.sqrt(1.0 / pairs), random);
        fill(fromOwn, Math.sqrt(0.5 / owns), random);
        fill(fromStart, 0.3, random);
        fill(toNarrow, Math.sqrt(2.0 / wide), random);
        fill(out, Math.sqrt(1.0 / narrow), random);
    }

    private static void fill(float[] weights, double spread, RandomGenerator random) {
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) (random.nextGaussian() * spread);
        }
    }

    /** Takes a line; the scores asked for next are for it. */
    void line(float[] own) {
        System.arraycopy(wideBias, 0, base, 0, wide);
        multiply(own, owns, fromOwn, base);
    }

    /** How well a candidate fits. */
    float score(float[] pair) {
        System.arraycopy(base, 0, first, 0, wide);
        multiply(pair, pairs, fromPair, first);
        return finish();
    }

    /** How well the line starts a thread. */
    float start() {
        for (int unit = 0; unit < wide; unit++) {
            first[unit] = base[unit] + fromStart[unit];
        }
        return finish();
    }

    private static void multiply(float[] input, int inputs, float[] weights, float[] sums) {
        int width = sums.length;
        for (int at = 0; at < inputs; at++) {
            float value = input[at];
            if (value != 0) {
                int row = at * width;
                for (int unit = 0; unit < width; unit++) {
                    sums[unit] += value * weights[row + unit];
                }
            }
        }
    }

    private float finish() {
        for (int unit = 0; unit < wide; unit++) {
            first[unit] = first[unit] > 0 ? first[unit] : LEAK * first[unit];
        }
        System.arraycopy(narrowBias, 0, second, 0, narrow);
        multiply(first, wide, toNarrow, second);
        float sum = 0;
        for (int unit = 0; unit < narrow; unit++) {
            second[unit] = second[unit] > 0 ? second[unit] : LEAK * second[unit];
            sum += second[unit] * out[unit];
        }
        return sum;
    }

    /** The wide layer of the last score. */
    float[] first() {
        return first;
    }

    /** The narrow layer of the last score. */
    float[] second() {
        return second;
    }

    static Net read(DataInputStream in) throws IOException {
        Net net =
                new Net(in.readUnsignedShort(), in.readUnsignedShort(), in.readUnsignedShort(), in.readUnsignedShort());
        for (float[] weights : net.weights()) {
            for (int at = 0; at < weights.length; at++) {
                weights[at] = Float.float16ToFloat(in.readShort());
            }
        }
        return net;
    }

    void write(DataOutputStream out) throws IOException {
        for (int size : new int[] {pairs, owns, wide, narrow}) {
            out.writeShort(size);
        }
        for (float[] weights : weights()) {
            for (float weight : weights) {
                out.writeShort(Float.floatToFloat16(weight));
            }
        }
    }
}
