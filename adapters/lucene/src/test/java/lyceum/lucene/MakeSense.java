package lyceum.lucene;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Learns the sense of words: {@code main(file of the model, folder of the data)}. */
@SuppressWarnings("ArrayRecordComponent")
final class MakeSense {
    private static final int ROUNDS = 12;
    private static final float RATE = 0.15f;
    private static final float SHARP = 12;
    private static final double LEFT_OUT = 0.3;

    private final Random random = new Random(1);
    private final float[] weights = new float[Sense.SLOTS * Sense.SIZE];
    private final float[] slopes = new float[Sense.SLOTS];
    private final List<float[]> centres = new ArrayList<>();
    private final List<Set> sets = new ArrayList<>();

    /** Questions of one collection: their slots and meanings; the centres of a collection begin at {@code first}. */
    @SuppressWarnings("ArrayRecordComponent") // lives inside this program alone
    private record Set(int[][] slots, int[] meanings, int first, int count) {}

    private MakeSense() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[1]);
        Sense sense = learn(
                List.of(Questions.banking(data).known(), Questions.clinc(data).known()));
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
            sense.write(out);
        }
    }

    static Sense learn(List<List<Questions.Labelled>> collections) {
        MakeSense maker = new MakeSense();
        try (Reader reader = new Reader()) {
            collections.forEach(questions -> maker.add(questions, reader));
        }
        maker.run();
        return Sense.of(maker.weights);
    }

    private void add(List<Questions.Labelled> questions, Reader reader) {
        Map<String, Integer> numbers = new HashMap<>();
        int[][] slots = new int[questions.size()][];
        int[] meanings = new int[slots.length];
        for (int at = 0; at < slots.length; at++) {
            slots[at] = Sense.slots(reader.read(questions.get(at).text()));
            meanings[at] = numbers.computeIfAbsent(questions.get(at).meaning(), _ -> numbers.size());
        }
        sets.add(new Set(slots, meanings, centres.size(), numbers.size()));
        for (int at = 0; at < numbers.size(); at++) {
            float[] centre = new float[Sense.SIZE];
            for (int each = 0; each < Sense.SIZE; each++) {
                centre[each] = (float) random.nextGaussian() * 0.3f;
            }
            centres.add(centre);
        }
    }

    private void run() {
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) random.nextGaussian() * 0.05f;
        }
        List<int[]> order = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            for (int at = 0; at < sets.get(set).slots.length; at++) {
                order.add(new int[] {set, at});
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            java.util.Collections.shuffle(order, random);
            float rate = RATE * (1 - round / (float) ROUNDS);
            for (int[] one : order) {
                Set set = sets.get(one[0]);
                learn(set, set.slots[one[1]], set.meanings[one[1]], rate);
            }
        }
    }

    private void learn(Set set, int[] all, int meaning, float rate) {
        int[] slots =
                Arrays.stream(all).filter(_ -> random.nextDouble() > LEFT_OUT).toArray();
        float[] sum = new float[Sense.SIZE];
        for (int slot : slots) {
            for (int at = 0; at < Sense.SIZE; at++) {
                sum[at] += weights[slot * Sense.SIZE + at];
            }
        }
        float length = length(sum);
        double[] chances = new double[set.count];
        float[] lengths = new float[set.count];
        double total = 0;
        for (int each = 0; each < set.count; each++) {
            float[] centre = centres.get(set.first + each);
            lengths[each] = length(centre);
            float cosine = 0;
            for (int at = 0; at < Sense.SIZE; at++) {
                cosine += sum[at] * centre[at];
            }
            chances[each] = Math.exp(SHARP * cosine / length / lengths[each] - SHARP);
            total += chances[each];
        }
        float[] slope = new float[Sense.SIZE];
        for (int each = 0; each < set.count; each++) {
            float error = (float) (chances[each] / total) - (each == meaning ? 1 : 0);
            if (Math.abs(error) > 1e-3) {
                float[] centre = centres.get(set.first + each);
                for (int at = 0; at < Sense.SIZE; at++) {
                    slope[at] += error * centre[at] / lengths[each];
                    centre[at] -= 0.3f * rate * error * sum[at] / length;
                }
            }
        }
        descend(slots, sum, slope, length, rate);
    }

    private void descend(int[] slots, float[] sum, float[] slope, float length, float rate) {
        float along = 0;
        for (int at = 0; at < Sense.SIZE; at++) {
            along += slope[at] * sum[at] / length;
        }
        float square = 0;
        for (int at = 0; at < Sense.SIZE; at++) {
            slope[at] = slope[at] - along * sum[at] / length;
            square += slope[at] * slope[at];
        }
        for (int slot : slots) {
            slopes[slot] += square / Sense.SIZE;
            float step = rate * 0.5f / (float) Math.sqrt(slopes[slot] + 0.01);
            for (int at = 0; at < Sense.SIZE; at++) {
                weights[slot * Sense.SIZE + at] -= step * slope[at];
            }
        }
    }

    private static float length(float[] vector) {
        double sum = 1e-6;
        for (float value : vector) {
            sum += (double) value * value;
        }
        return (float) Math.sqrt(sum);
    }
}
