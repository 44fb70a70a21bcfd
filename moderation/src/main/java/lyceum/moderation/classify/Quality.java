package lyceum.moderation.classify;

import java.util.List;
import lyceum.moderation.text.Folds;
import lyceum.moderation.text.Reader;

/**
 * How well a model tells examples apart that it has not seen.
 *
 * @param found positive ones that it says yes to
 * @param missed positive ones that it says no to
 * @param wrong clean ones that it says yes to
 * @param clean clean ones that it says no to
 */
public record Quality(long found, long missed, long wrong, long clean) {
    public static Quality of(LinearModel model, List<Example> unseen) {
        Features features = new Features(new Reader(new Folds()));
        long found = 0;
        long missed = 0;
        long wrong = 0;
        long clean = 0;
        for (Example example : unseen) {
            boolean yes = model.score(features.of(example.text())) > 0.5;
            found += yes && example.positive() ? 1 : 0;
            missed += !yes && example.positive() ? 1 : 0;
            wrong += yes && !example.positive() ? 1 : 0;
            clean += !yes && !example.positive() ? 1 : 0;
        }
        return new Quality(found, missed, wrong, clean);
    }

    /** The share that it tells right, 0 to 1. */
    public double accuracy() {
        return (double) (found + clean) / (found + missed + wrong + clean);
    }

    /** The mean of F1 over both answers, 0 to 1. */
    public double macroF1() {
        return (f1(found, wrong + missed) + f1(clean, wrong + missed)) / 2;
    }

    private static double f1(long right, long astray) {
        return right == 0 ? 0 : 2.0 * right / (2 * right + astray);
    }

    /** Matthews' correlation coefficient, -1 to 1; 0 where one of the answers is missing. */
    public double correlation() {
        double all = Math.sqrt((double) (found + wrong) * (found + missed) * (clean + wrong) * (clean + missed));
        return all == 0 ? 0 : ((double) found * clean - (double) wrong * missed) / all;
    }

    /** The share of clean ones that it says yes to, 0 to 1. */
    public double falseAlarms() {
        return wrong == 0 ? 0 : (double) wrong / (wrong + clean);
    }
}
