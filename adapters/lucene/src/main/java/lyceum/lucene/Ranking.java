package lyceum.lucene;

import java.util.Arrays;

/**
 * The order of what Lucene found: by terms in common, by sense, and by how much the best agree with one another, so that one odd
 * entry does not stand before many that say the same.
 */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence"})
final class Ranking {
    static final double SENSE = 2;
    static final double AGREEMENT = 1.5;
    static final int AGREEING = 12;
    static final int SHARPNESS = 6;
    private final double[] scores;
    private final byte[][] senses;
    private final double[] near;
    private final Integer[] order;
    private double agreement;

    /** @param scores Lucene's, the best first */
    Ranking(float[] scores, byte[][] senses, byte[] asked) {
        this.senses = senses;
        this.scores = new double[scores.length];
        near = new double[scores.length];
        order = new Integer[scores.length];
        for (int at = 0; at < scores.length; at++) {
            order[at] = at;
            near[at] = Sense.alike(senses[at], asked);
            this.scores[at] = scores[at] / Math.max(1e-6, scores[0]) + SENSE * near[at];
        }
        sort();
        agree();
        sort();
    }

    private void sort() {
        Arrays.sort(order, (one, other) -> Double.compare(scores[other], scores[one]));
    }

    private void agree() {
        int some = Math.min(AGREEING, scores.length);
        double[] weights = new double[some];
        double total = 0;
        for (int at = 0; at < some; at++) {
            weights[at] = Math.pow(Math.max(0, scores[order[at]] / scores[order[0]]), SHARPNESS);
            total += weights[at];
        }
        double[] votes = new double[some];
        for (int at = 0; at < some; at++) {
            for (int other = 0; other < some; other++) {
                double alike = Sense.alike(senses[order[at]], senses[order[other]]);
                votes[at] += weights[other] / total * Math.max(0, alike);
            }
        }
        for (int at = 0; at < some; at++) {
            scores[order[at]] += AGREEMENT * votes[at];
        }
        agreement = some == 0 ? 0 : votes[0];
    }

    int at(int place) {
        return order[place];
    }

    double score(int place) {
        return scores[order[place]];
    }

    /** How near the sense of the one at a place is to what was asked, from -1 to 1. */
    double near(int place) {
        return near[order[place]];
    }

    /** How much the best say the same, from 0 to 1. */
    double agreement() {
        return agreement;
    }
}
