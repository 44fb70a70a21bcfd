package lyceum.moderation.policy;

import java.util.List;
import java.util.Map;
import lyceum.moderation.rules.Signal;

/**
 * The most that each rule may do. A rule that may remove does so only when it is sure; otherwise it holds. A rule that is not
 * named is heard and does nothing.
 *
 * @param most by the names of rules
 * @param floor signals below this severity do nothing
 */
public record Policy(String name, Map<String, Outcome> most, double floor) {
    public static final Policy RELAXED = new Policy(
            "relaxed",
            Map.of(
                    "words",
                    Outcome.REMOVE,
                    "patterns",
                    Outcome.HOLD,
                    "phishing",
                    Outcome.REMOVE,
                    "files",
                    Outcome.REMOVE,
                    "spam",
                    Outcome.HOLD,
                    "adverts",
                    Outcome.HOLD,
                    "raid",
                    Outcome.HOLD,
                    "pictures",
                    Outcome.HOLD,
                    "broken",
                    Outcome.HOLD),
            0.5);
    public static final Policy CLASSROOM = new Policy(
            "classroom",
            Map.ofEntries(
                    Map.entry("words", Outcome.REMOVE),
                    Map.entry("patterns", Outcome.HOLD),
                    Map.entry("phishing", Outcome.REMOVE),
                    Map.entry("files", Outcome.REMOVE),
                    Map.entry("spam", Outcome.HOLD),
                    Map.entry("adverts", Outcome.HOLD),
                    Map.entry("offence", Outcome.HOLD),
                    Map.entry("invites", Outcome.HOLD),
                    Map.entry("mentions", Outcome.HOLD),
                    Map.entry("zalgo", Outcome.HOLD),
                    Map.entry("flood", Outcome.HOLD),
                    Map.entry("repeat", Outcome.HOLD),
                    Map.entry("raid", Outcome.HOLD),
                    Map.entry("newcomer", Outcome.HOLD),
                    Map.entry("pictures", Outcome.REMOVE),
                    Map.entry("broken", Outcome.HOLD)),
            0.5);
    public static final Policy STRICT = new Policy(
            "strict",
            Map.ofEntries(
                    Map.entry("words", Outcome.REMOVE),
                    Map.entry("patterns", Outcome.REMOVE),
                    Map.entry("phishing", Outcome.REMOVE),
                    Map.entry("files", Outcome.REMOVE),
                    Map.entry("spam", Outcome.HOLD),
                    Map.entry("adverts", Outcome.REMOVE),
                    Map.entry("offence", Outcome.HOLD),
                    Map.entry("invites", Outcome.REMOVE),
                    Map.entry("mentions", Outcome.HOLD),
                    Map.entry("zalgo", Outcome.HOLD),
                    Map.entry("flood", Outcome.HOLD),
                    Map.entry("repeat", Outcome.HOLD),
                    Map.entry("raid", Outcome.HOLD),
                    Map.entry("newcomer", Outcome.HOLD),
                    Map.entry("pictures", Outcome.REMOVE),
                    Map.entry("links", Outcome.HOLD),
                    Map.entry("caps", Outcome.HOLD),
                    Map.entry("emoji", Outcome.HOLD),
                    Map.entry("language", Outcome.HOLD),
                    Map.entry("broken", Outcome.HOLD)),
            0.25);

    public Policy {
        most = Map.copyOf(most);
    }

    /** The policies that come with the program. */
    public static List<Policy> shipped() {
        return List.of(RELAXED, CLASSROOM, STRICT);
    }

    /** What the strongest of these signals makes of the message. */
    public Outcome outcome(List<Signal> signals) {
        Outcome outcome = Outcome.PASS;
        for (Signal signal : signals) {
            Outcome one = outcome(signal);
            outcome = one.compareTo(outcome) > 0 ? one : outcome;
        }
        return outcome;
    }

    private Outcome outcome(Signal signal) {
        Outcome allowed = most.getOrDefault(signal.rule(), Outcome.PASS);
        if (signal.severity() < floor || allowed == Outcome.PASS) {
            return Outcome.PASS;
        }
        return signal.severity() >= Signal.SURE ? allowed : Outcome.HOLD;
    }
}
