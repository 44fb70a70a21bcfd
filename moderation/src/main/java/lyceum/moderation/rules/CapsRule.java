package lyceum.moderation.rules;

import java.util.List;

/** Shouting: a text of some length, nearly all of it capitals. */
public final class CapsRule implements Rule {
    private static final double SEVERITY = 0.3;
    private final int letters;
    private final double share;

    /** Objects from so many letters on, when more than this share of them is capital. */
    public CapsRule(int letters, double share) {
        this.letters = letters;
        this.share = share;
    }

    @Override
    public String name() {
        return "caps";
    }

    @Override
    public List<Signal> judge(Post post) {
        String text = post.text();
        int capitals = 0;
        int all = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            boolean upper = Character.isUpperCase(unit);
            capitals += upper ? 1 : 0;
            all += upper || Character.isLowerCase(unit) ? 1 : 0;
        }
        boolean shouts = all >= letters && capitals > all * share;
        return shouts ? List.of(Signal.whole(this, post, SEVERITY, capitals + "/" + all)) : List.of();
    }
}
