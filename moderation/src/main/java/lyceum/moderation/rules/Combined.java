package lyceum.moderation.rules;

import java.util.List;

/** A rule made of other rules: heard after them, it objects to the whole text where its condition holds and no exemption does. */
public record Combined(String name, Condition condition, double severity, Condition exempt) {
    public List<Signal> judge(Post post, List<Signal> signals) {
        boolean holds = condition.holds(post, signals) && !exempt.holds(post, signals);
        return holds ? List.of(new Signal(name, 1, "rules", 0, post.text().length(), severity, name)) : List.of();
    }
}
