package lyceum.moderation.rules;

import java.util.List;

/**
 * A rule under a name of somebody's choice, whose objections weigh at least so much.
 *
 * @param least what the weakest of its objections weighs
 */
public record Asked(Rule rule, String name, double least) implements Rule {
    @Override
    public int version() {
        return rule.version();
    }

    @Override
    public List<Signal> judge(Post post) {
        List<Signal> signals = rule.judge(post);
        return signals.isEmpty()
                ? signals
                : signals.stream()
                        .map(signal -> new Signal(
                                name,
                                signal.version(),
                                signal.view(),
                                signal.start(),
                                signal.end(),
                                Math.max(least, signal.severity()),
                                signal.evidence()))
                        .toList();
    }
}
