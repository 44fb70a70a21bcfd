package lyceum.moderation.rules;

import java.util.List;
import lyceum.moderation.classify.Features;
import lyceum.moderation.classify.LinearModel;

/** A trained model for each script; it may flag, never punish. */
public final class ClassifierRule implements Rule {
    private static final double MOST = 0.89;
    private static final int LONGEST_TEXT = 2_000;
    private final String name;
    private final Features features;
    private final LinearModel latin;
    private final LinearModel han;
    private final double sharpness;

    /**
     * A model for texts with Chinese in them, and one for all others.
     *
     * @param sharpness the power of the score that becomes the severity: the higher, the less an unsure model weighs
     */
    public record Models(LinearModel latin, LinearModel han, double sharpness) {}

    public ClassifierRule(String name, Features features, Models models) {
        this.name = name;
        this.features = features;
        this.latin = models.latin;
        this.han = models.han;
        this.sharpness = models.sharpness;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Signal> judge(Post post) {
        String text = post.text().length() > LONGEST_TEXT ? post.text().substring(0, LONGEST_TEXT) : post.text();
        LinearModel model = chinese(text) ? han : latin;
        float score = model.score(features.of(text));
        return score > 0.5f
                ? List.of(Signal.whole(
                        this,
                        post,
                        Math.min(MOST, Math.pow(score, sharpness)),
                        String.format(java.util.Locale.ROOT, "%.2f", score)))
                : List.of();
    }

    private static boolean chinese(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit >= 0x4E00 && unit <= 0x9FFF) {
                return true;
            }
        }
        return false;
    }
}
