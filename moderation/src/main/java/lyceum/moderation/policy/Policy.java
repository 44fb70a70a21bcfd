package lyceum.moderation.policy;

import java.util.HashMap;
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
    public static final Policy RELAXED =
            new Policy("relaxed", most("words phishing files", "watched patterns adverts raid pictures"), 0.5);
    public static final Policy CLASSROOM = new Policy(
            "classroom",
            most(
                    "words phishing files pictures",
                    "watched patterns spam adverts offence invites mentions zalgo flood repeat raid newcomer"),
            0.5);
    public static final Policy STRICT = new Policy(
            "strict",
            most(
                    "words phishing files pictures patterns adverts invites",
                    "watched spam offence mentions zalgo flood repeat raid newcomer links caps emoji language"),
            0.25);

    public Policy {
        most = Map.copyOf(most);
    }

    private static Map<String, Outcome> most(String remove, String hold) {
        Map<String, Outcome> most = new HashMap<>();
        List.of(remove.split(" ", -1)).forEach(rule -> most.put(rule, Outcome.REMOVE));
        List.of(hold.split(" ", -1)).forEach(rule -> most.put(rule, Outcome.HOLD));
        most.put("broken", Outcome.HOLD);
        return most;
    }

    /** Whether a rule of this name can do anything. */
    public boolean hears(String rule) {
        return most.getOrDefault(rule, Outcome.PASS) != Outcome.PASS;
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

    /** What this signal alone makes of the message. */
    public Outcome outcome(Signal signal) {
        Outcome allowed = most.getOrDefault(signal.rule(), Outcome.PASS);
        if (signal.severity() < floor || allowed == Outcome.PASS) {
            return Outcome.PASS;
        }
        return signal.severity() >= Signal.SURE ? allowed : Outcome.HOLD;
    }
}
