package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import lyceum.moderation.policy.Policy;
import lyceum.moderation.rules.Combined;
import lyceum.moderation.rules.Post;
import lyceum.moderation.rules.Rule;
import lyceum.moderation.rules.Signal;

/**
 * Judges messages by a policy: every rule is asked, whatever the others say. A rule that fails or takes too long holds the
 * message and never lets it pass or punishes. One thread at a time; rules remember what was said before.
 */
public final class Engine {
    static final String BROKEN = "broken";
    private static final double SEVERITY = 0.6;
    private final Policy policy;
    private final List<Rule> rules;
    private final List<Combined> combined;
    private final Limit limit;

    /**
     * How long a rule may think.
     *
     * @param nanos a clock that only rises
     */
    public record Limit(LongSupplier nanos, long most) {
        /** For tests and tools where nothing waits. */
        public static final Limit NONE = new Limit(() -> 0, Long.MAX_VALUE);
    }

    public Engine(Policy policy, List<Rule> rules, List<Combined> combined, Limit limit) {
        this.policy = policy;
        this.rules = List.copyOf(rules);
        this.combined = List.copyOf(combined);
        this.limit = limit;
    }

    public Judgement judge(Post post) {
        List<Signal> signals = null;
        long before = limit.nanos.getAsLong();
        for (Rule rule : rules) {
            List<Signal> found = ask(rule, post);
            long now = limit.nanos.getAsLong();
            if (!found.isEmpty() || now - before > limit.most) {
                signals = signals == null ? new ArrayList<>() : signals;
                signals.addAll(found);
                if (now - before > limit.most) {
                    signals.add(broken(rule, post, "too slow"));
                }
            }
            before = now;
        }
        if (signals == null && combined.isEmpty()) {
            return new Judgement(policy.outcome(List.of()), List.of());
        }
        List<Signal> heard = signals == null ? List.of() : signals;
        List<Signal> all = new ArrayList<>(heard);
        combined.forEach(rule -> all.addAll(rule.judge(post, heard)));
        return new Judgement(policy.outcome(all), all);
    }

    private static List<Signal> ask(Rule rule, Post post) {
        try {
            return rule.judge(post);
        } catch (RuntimeException e) {
            return List.of(broken(rule, post, e.getClass().getSimpleName()));
        }
    }

    private static Signal broken(Rule rule, Post post, String why) {
        return new Signal(BROKEN, 1, rule.name(), 0, post.text().length(), SEVERITY, rule.name() + ": " + why);
    }
}
