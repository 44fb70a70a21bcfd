package lyceum.moderation;

import java.util.List;
import lyceum.kernel.feature.Score;

/** What all rules object to in one message; empty if nothing. */
public record Signals(List<Signal> all) implements Score {
    public Signals {
        all = List.copyOf(all);
    }

    Verdict verdict() {
        if (all.isEmpty()) {
            return new Verdict.Pass();
        }
        boolean remove = all.stream().anyMatch(signal -> signal.severity() == Severity.REMOVE);
        return remove ? new Verdict.Remove(all) : new Verdict.Hold(all);
    }
}
