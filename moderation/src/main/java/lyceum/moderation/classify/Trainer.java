package lyceum.moderation.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lyceum.moderation.text.Reader;

/**
 * Trains a linear model: logistic regression on features scaled by their log-count ratio (Wang and Manning 2012), by AdaGrad
 * (Duchi, Hazan and Singer 2011) with averaged weights. Equal examples in equal order give equal weights.
 */
public final class Trainer {
    private static final float PENALTY = 1e-6f;
    private static final long SEED = 1;
    private final Reader reader;
    private final Settings settings;

    /**
     * How to train.
     *
     * @param rounds how often every example is seen
     * @param rate the length of a step
     * @param threshold where the model says yes
     */
    public record Settings(int rounds, float rate, float threshold) {}

    public Trainer(Reader reader, Settings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    public LinearModel train(List<Example> examples) {
        Features features = new Features(reader);
        int[][] seen = new int[examples.size()][];
        boolean[] positive = new boolean[examples.size()];
        for (int at = 0; at < seen.length; at++) {
            seen[at] = features.of(examples.get(at).text());
            positive[at] = examples.get(at).positive();
        }
        float[] ratios = ratios(seen, positive);
        float[] weights = new Descent(seen, positive, ratios).run();
        short[] whole = new short[Features.SIZE];
        for (int at = 0; at < whole.length; at++) {
            float unit = Math.round(weights[at] * ratios[at] * LinearModel.UNIT);
            whole[at] = (short) Math.clamp(unit, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return new LinearModel(whole, settings.threshold());
    }

    /** How unevenly each feature is spread over the two answers; zero for those seen once. */
    private static float[] ratios(int[][] seen, boolean[] positive) {
        int[] yes = new int[Features.SIZE];
        int[] no = new int[Features.SIZE];
        int allYes = 0;
        for (int at = 0; at < seen.length; at++) {
            int[] counts = positive[at] ? yes : no;
            allYes += positive[at] ? 1 : 0;
            for (int feature : seen[at]) {
                counts[feature]++;
            }
        }
        float[] ratios = new float[Features.SIZE];
        for (int at = 0; at < ratios.length; at++) {
            if (yes[at] + no[at] > 1) {
                double ratio = Math.log((yes[at] + 1.0) / (allYes + 2))
                        - Math.log((no[at] + 1.0) / (seen.length - allYes + 2));
                ratios[at] = (float) Math.abs(ratio);
            }
        }
        return ratios;
    }

    /** One descent to the best weights. */
    private final class Descent {
        private final int[][] seen;
        private final boolean[] positive;
        private final float[] ratios;
        private final float[] weights = new float[Features.SIZE];
        private final float[] sums = new float[Features.SIZE];
        private final float[] slopes = new float[Features.SIZE];
        private final int[] since = new int[Features.SIZE];
        private int step;

        Descent(int[][] seen, boolean[] positive, float[] ratios) {
            this.seen = seen;
            this.positive = positive;
            this.ratios = ratios;
        }

        float[] run() {
            int[] order = new int[seen.length];
            Arrays.setAll(order, at -> at);
            Random random = new Random(SEED);
            for (int round = 0; round < settings.rounds(); round++) {
                shuffle(order, random);
                for (int example : order) {
                    learn(seen[example], positive[example]);
                }
            }
            for (int at = 0; at < weights.length; at++) {
                weights[at] = (sums[at] + weights[at] * (step + 1 - since[at])) / Math.max(1, step);
            }
            return weights;
        }

        private void learn(int[] features, boolean yes) {
            step++;
            double norm = Math.sqrt(features.length + 1.0);
            double sum = 0;
            for (int feature : features) {
                sum += weights[feature] * ratios[feature];
            }
            double error = 1 / (1 + Math.exp(-sum / norm)) - (yes ? 1 : 0);
            for (int feature : features) {
                if (ratios[feature] > 0) {
                    sums[feature] += weights[feature] * (step - since[feature]);
                    since[feature] = step;
                    float slope = (float) (error * ratios[feature] / norm) + PENALTY * weights[feature];
                    slopes[feature] += slope * slope;
                    weights[feature] -= settings.rate() * slope / (float) Math.sqrt(slopes[feature] + 1e-4);
                }
            }
        }

        private static void shuffle(int[] order, Random random) {
            for (int at = order.length - 1; at > 0; at--) {
                int other = random.nextInt(at + 1);
                int kept = order[at];
                order[at] = order[other];
                order[other] = kept;
            }
        }
    }
}
