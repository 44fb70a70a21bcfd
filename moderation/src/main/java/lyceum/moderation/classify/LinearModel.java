package lyceum.moderation.classify;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A weight for each feature, kept in whole numbers so that adding and taking away are exact; immutable. */
public final class LinearModel {
    private static final int MAGIC = 0x4C594D31;
    /** How many units of a whole-number weight make one. */
    static final float UNIT = 2_048;

    private final short[] weights;
    private final float threshold;

    LinearModel(short[] weights, float threshold) {
        this.weights = weights;
        this.threshold = threshold;
    }

    /** One of the models that come with the program: {@code offence-en}, {@code offence-zh}, {@code spam}. */
    public static LinearModel shipped(String name) {
        try (InputStream in = Objects.requireNonNull(LinearModel.class.getResourceAsStream(name + ".model"), name)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote; the stream stays open. */
    public static LinearModel read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), 1 << 16));
        if (data.readInt() != MAGIC) {
            throw new IOException("not a model of this program");
        }
        float threshold = data.readFloat();
        short[] weights = new short[Features.SIZE];
        int at = -1;
        for (int left = data.readInt(); left > 0; left--) {
            at += data.readUnsignedShort();
            weights[at] = data.readShort();
        }
        return new LinearModel(weights, threshold);
    }

    public void write(OutputStream out) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(out);
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(zip));
        int entries = 0;
        int last = -1;
        for (int at = 0; at < weights.length; at++) {
            if (weights[at] != 0 || at - last == 0xFFFF) {
                entries++;
                last = at;
            }
        }
        data.writeInt(MAGIC);
        data.writeFloat(threshold);
        data.writeInt(entries);
        last = -1;
        for (int at = 0; at < weights.length; at++) {
            if (weights[at] != 0 || at - last == 0xFFFF) {
                data.writeShort(at - last);
                data.writeShort(weights[at]);
                last = at;
            }
        }
        data.flush();
        zip.finish();
    }

    int weight(int feature) {
        return weights[feature];
    }

    /** The same weights with another dividing line. */
    public LinearModel withThreshold(float other) {
        return new LinearModel(weights, other);
    }

    public float threshold() {
        return threshold;
    }

    /** The sum over features, as it is compared with the threshold; zero where nothing is known. */
    public float raw(int[] features) {
        long sum = 0;
        for (int feature : features) {
            sum += weights[feature];
        }
        return scaled(sum, features.length);
    }

    static float scaled(long sum, int features) {
        return (float) (sum / UNIT / Math.sqrt(features + 1.0));
    }

    /** From 0 to 1, above a half where the model says yes. */
    public float score(int[] features) {
        return squashed(raw(features) - threshold);
    }

    static float squashed(float margin) {
        return (float) (1 / (1 + Math.exp(-margin)));
    }
}
