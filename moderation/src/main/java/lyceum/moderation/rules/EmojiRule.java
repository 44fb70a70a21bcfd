package lyceum.moderation.rules;

import java.util.List;

/** A flood of emoji; one made of several parts counts once. */
public final class EmojiRule implements Rule {
    private static final double SEVERITY = 0.3;
    private static final int JOINER = 0x200D;
    private final int most;

    public EmojiRule(int most) {
        this.most = most;
    }

    @Override
    public String name() {
        return "emoji";
    }

    @Override
    public List<Signal> judge(Post post) {
        String text = post.text();
        int count = 0;
        int first = -1;
        int end = 0;
        int before = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (point >= 0x2600
                    && Character.isEmojiPresentation(point)
                    && before != JOINER
                    && !Character.isEmojiModifier(point)) {
                count++;
                first = first < 0 ? at : first;
                end = next;
            }
            before = point;
            at = next;
        }
        return count > most ? List.of(Signal.of(this, "text", post, first, end, SEVERITY)) : List.of();
    }
}
