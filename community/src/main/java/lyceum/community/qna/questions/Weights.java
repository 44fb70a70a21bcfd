package lyceum.community.qna.questions;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A weight for each sign; immutable. */
final class Weights {
    private static final float UNIT = 24;
    private final byte[] weights;

    Weights(byte[] weights) {
        this.weights = weights;
    }

    static Weights shipped() {
        try (InputStream in = Objects.requireNonNull(Weights.class.getResourceAsStream("questions.model"))) {
            byte[] weights = new byte[Signs.SIZE];
            new DataInputStream(new GZIPInputStream(in)).readFully(weights);
            return new Weights(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Weights of(float[] values) {
        byte[] weights = new byte[values.length];
        for (int at = 0; at < values.length; at++) {
            weights[at] = (byte) Math.clamp(Math.round(values[at] * UNIT), -127, 127);
        }
        return new Weights(weights);
    }

    void write(OutputStream out) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(out);
        new DataOutputStream(zip).write(weights);
        zip.finish();
    }

    /** How much the signs speak for a question; above zero where they do. */
    double sum(int[] signs) {
        int sum = 0;
        for (int sign : signs) {
            sum += weights[sign];
        }
        return sum / UNIT / Math.sqrt(signs.length + 1.0);
    }
}
