package lyceum.moderation;

import java.util.List;
import lyceum.moderation.policy.Outcome;

/** What becomes of a message, and every objection to it. */
public record Judgement(Outcome verdict, List<lyceum.moderation.rules.Signal> signals) {
    public Judgement {
        signals = List.copyOf(signals);
    }
}
