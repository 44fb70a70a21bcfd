package lyceum.moderation.classify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A shipped model and what moderators' decisions have taught it. A decision can be taken back whatever was taught since: what
 * it added is subtracted again, in whole numbers, so taking back all of them gives exactly the shipped weights. One thread at a
 * time.
 */
public final class Taught {
    private static final float RATE = 0.5f;
    private final LinearModel shipped;
    private final Map<Integer, Integer> added = new HashMap<>();
    private final Map<String, Lesson> lessons = new LinkedHashMap<>();

    /** What one decision added to each of its features. */
    private static final class Lesson {
        private final int[] features;
        private final int change;

        private Lesson(int[] features, int change) {
            this.features = features;
            this.change = change;
        }
    }

    public Taught(LinearModel shipped) {
        this.shipped = shipped;
    }

    /** Learns that a message is, or is not, what the model looks for; a decision of the same name is replaced. */
    public void learn(String decision, int[] features, boolean positive) {
        unlearn(decision);
        float error = (positive ? 1 : 0) - score(features);
        int change = Math.round(RATE * error / (float) Math.sqrt(features.length + 1.0) * LinearModel.UNIT);
        Lesson lesson = new Lesson(features.clone(), change);
        lessons.put(decision, lesson);
        add(lesson.features, change);
    }

    /** Forgets a decision; nothing where it was never learnt. */
    public void unlearn(String decision) {
        Lesson lesson = lessons.remove(decision);
        if (lesson != null) {
            add(lesson.features, -lesson.change);
        }
    }

    private void add(int[] features, int change) {
        for (int feature : features) {
            int sum = added.merge(feature, change, Integer::sum);
            if (sum == 0) {
                added.remove(feature);
            }
        }
    }

    /** The weight of one feature now. */
    int weight(int feature) {
        return shipped.weight(feature) + added.getOrDefault(feature, 0);
    }

    /** As {@link LinearModel#score}, with what was taught. */
    public float score(int[] features) {
        long sum = 0;
        for (int feature : features) {
            sum += weight(feature);
        }
        return LinearModel.squashed(LinearModel.scaled(sum, features.length) - shipped.threshold());
    }
}
