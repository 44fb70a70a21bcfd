package lyceum.moderation.rules;

import java.util.List;

/** More people called at once than a conversation needs, or everybody. */
public final class MentionsRule implements Rule {
    private static final double MANY = 0.5;
    private static final double EVERYONE = 0.7;
    private final int most;

    public MentionsRule(int most) {
        this.most = most;
    }

    @Override
    public String name() {
        return "mentions";
    }

    @Override
    public List<Signal> judge(Post post) {
        String text = post.text();
        int count = 0;
        int first = -1;
        int end = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int stop = name(text, at + 1);
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (stop > at + 1 && begins) {
                String name = text.substring(at + 1, stop);
                if (name.equals("everyone") || name.equals("here") || name.equals("all") || name.equals("所有人")) {
                    return List.of(Signal.of(this, "text", post, at, stop, EVERYONE));
                }
                count++;
                first = first < 0 ? at : first;
                end = stop;
            }
        }
        return count > most ? List.of(Signal.of(this, "text", post, first, end, MANY)) : List.of();
    }

    private static int name(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_!&<>".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
