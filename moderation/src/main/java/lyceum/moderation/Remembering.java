package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.moderation.policy.Outcome;
import lyceum.moderation.policy.Policy;
import lyceum.moderation.rules.Post;

/**
 * The rules that remember what was said before: floods and the same words again and again. They are asked in the lane, one message at a
 * time, and know nothing of what was said before a restart.
 */
public final class Remembering {
    private static final Set<String> RULES = Set.of("flood", "repeat");

    private final Policy policy;
    private final Once<Engine> engine;

    public Remembering(Policy policy, Engine.Limit limit) {
        this.policy = policy;
        this.engine = new Once<>(
                () -> new Rulebook(limit).gate(policy, new WordLists(List.of(), List.of()), RULES::contains));
    }

    Policy policy() {
        return policy;
    }

    /** Whether any rule that remembers can do anything under this policy. */
    boolean listens() {
        return RULES.stream().anyMatch(policy::hears);
    }

    /** What they object to, all of which holds. */
    List<Signal> judge(MessagePosted posted) {
        if (!listens()) {
            return List.of();
        }
        Post post = Post.of(
                posted.text().plain(),
                posted.speaker().id().toString(),
                posted.message().room().toString(),
                posted.at());
        List<Signal> found = new ArrayList<>();
        for (lyceum.moderation.rules.Signal signal : engine.get().judge(post).signals()) {
            if (policy.outcome(signal) != Outcome.PASS) {
                found.add(new Signal(
                        signal.rule(), signal.view(), signal.start(), signal.end(), Severity.HOLD, signal.evidence()));
            }
        }
        return found;
    }
}
