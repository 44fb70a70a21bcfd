package lyceum.moderation.rules;

import java.util.List;

/** A rule that does not look at posts for which an exemption holds. */
public record Exempting(Rule rule, Condition exempt) implements Rule {
    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public int version() {
        return rule.version();
    }

    @Override
    public List<Signal> judge(Post post) {
        return exempt.holds(post, List.of()) ? List.of() : rule.judge(post);
    }
}
