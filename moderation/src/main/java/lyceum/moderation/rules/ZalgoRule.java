package lyceum.moderation.rules;

import java.util.List;

/** Marks heaped on letters until lines run into each other. Scripts that need marks use one or two. */
public final class ZalgoRule implements Rule {
    private static final double SEVERITY = 0.7;
    private static final int LOWEST_MARK = 0x300;
    private final int most;

    /** Objects to a heap of more marks than this on one letter. */
    public ZalgoRule(int most) {
        this.most = most;
    }

    @Override
    public String name() {
        return "zalgo";
    }

    @Override
    public List<Signal> judge(Post post) {
        String text = post.text();
        int heap = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            boolean mark = unit >= LOWEST_MARK && marks(unit);
            if (!mark) {
                start = at;
            }
            heap = mark ? heap + 1 : 0;
            if (heap > most) {
                return List.of(Signal.of(this, "text", post, start, at + 1, SEVERITY));
            }
        }
        return List.of();
    }

    private static boolean marks(char unit) {
        int type = Character.getType(unit);
        boolean variant = unit >= 0xFE00 && unit <= 0xFE0F;
        return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) && !variant;
    }
}
