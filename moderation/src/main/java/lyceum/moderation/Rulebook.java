package lyceum.moderation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lyceum.moderation.file.RuleEntry;
import lyceum.moderation.file.RuleFile;
import lyceum.moderation.file.RuleKind;
import lyceum.moderation.policy.Outcome;
import lyceum.moderation.policy.Policy;
import lyceum.moderation.rules.Asked;
import lyceum.moderation.rules.Combined;
import lyceum.moderation.rules.Exempting;
import lyceum.moderation.rules.PatternRule;
import lyceum.moderation.rules.Rule;
import lyceum.moderation.rules.Signal;
import lyceum.moderation.rules.WordsRule;
import lyceum.moderation.words.Lexicon;

/** Puts rules together into engines; what they know is read once, when it is first needed, and shared by all engines it makes. */
public final class Rulebook {
    private static final Set<RuleKind> GUESSING =
            Set.of(RuleKind.WORDS, RuleKind.PHISHING, RuleKind.PICTURES, RuleKind.OFFENCE, RuleKind.SPAM);
    private final Tables tables = new Tables();
    private final Engine.Limit limit;

    public Rulebook(Engine.Limit limit) {
        this.limit = limit;
    }

    /** A list made ready, to be given to {@link #policy} or swapped into a {@link WordsRule}. */
    public Lexicon list(List<String> words) {
        return Lexicon.of(words, tables.letters());
    }

    /** One list and no other rule: what stands there plainly is removed, what only a weak view shows is held. */
    public Engine words(List<String> words) {
        Policy alone = new Policy("words", Map.of(Shelf.WORDS, Outcome.REMOVE, Engine.BROKEN, Outcome.HOLD), 0);
        return new Engine(alone, List.of(new WordsRule(tables.letters(), list(words))), List.of(), limit);
    }

    /** The rule of such a list alone, whose list may be swapped. */
    public WordsRule rule(List<String> words) {
        return new WordsRule(tables.letters(), list(words));
    }

    /** Patterns of one's own and no other rule. */
    public Engine patterns(List<String> patterns) {
        Policy alone = new Policy("patterns", Map.of("patterns", Outcome.HOLD, Engine.BROKEN, Outcome.HOLD), 0);
        return new Engine(alone, List.of(new PatternRule(patterns)), List.of(), limit);
    }

    /** All rules under a policy, with a list and patterns of one's own. */
    public Engine policy(Policy policy, Lexicon words, List<String> patterns) {
        return new Engine(policy, new Shelf(tables).shipped(own(words, patterns), Shelf.NAMES), List.of(), limit);
    }

    /** Some rules of a policy, with words to remove and words to hold. */
    Engine gate(Policy policy, WordLists words, Predicate<String> wanted) {
        OwnLists own = new OwnLists(list(words.remove()), list(words.hold()), List.of(), this::list);
        Set<String> names = Shelf.NAMES.stream()
                .filter(name -> wanted.test(name) && policy.hears(name))
                .collect(Collectors.toSet());
        return new Engine(policy, new Shelf(tables).shipped(own, names), List.of(), limit);
    }

    /** Just the named rules, each of which may hold. */
    public Engine only(Collection<String> names) {
        List<Rule> named = new Shelf(tables).shipped(own(list(List.of()), List.of()), names);
        Policy holding = new Policy("only", named.stream().collect(Collectors.toMap(Rule::name, Rulebook::most)), 0);
        return new Engine(holding, named, List.of(), limit);
    }

    private static Outcome most(Rule rule) {
        return Policy.CLASSROOM.most().getOrDefault(rule.name(), Outcome.HOLD);
    }

    /** The names of all rules that come with the program, for {@link #only}. */
    public static List<String> names() {
        return Shelf.NAMES;
    }

    /**
     * A policy as a file changes it.
     *
     * @throws RulesRefused where a rule gets one of its examples wrong, or names a rule that is not there
     */
    public Engine file(RuleFile file) throws RulesRefused {
        Policy policy = file.policy().policy();
        Map<String, Outcome> most = new HashMap<>(policy.most());
        Set<String> kept = Shelf.NAMES.stream().filter(policy::hears).collect(Collectors.toSet());
        file.rules().forEach(entry -> entry.when().ifPresent(when -> kept.addAll(when.names())));
        file.rules().forEach(entry -> kept.remove(entry.name()));
        Shelf shelf = new Shelf(tables);
        OwnLists own = own(list(List.of()), List.of());
        List<Rule> rules = shelf.shipped(own, kept);
        List<Combined> together = new ArrayList<>();
        for (RuleEntry entry : file.rules()) {
            Outcome does = entry.does().orElse(most.getOrDefault(entry.name(), Outcome.HOLD));
            most.put(entry.name(), does);
            double least = least(entry, does, policy.floor());
            if (entry.when().isPresent()) {
                together.add(new Combined(entry.name(), entry.when().get().condition(), least, entry.exempt()));
            } else {
                rules.add(new Exempting(new Asked(shelf.of(entry, own), entry.name(), least), entry.exempt()));
            }
        }
        Engine engine = new Engine(new Policy("file", most, policy.floor()), rules, together, limit);
        new Proof(file, rules, together).check();
        return engine;
    }

    /** What a rule of a file asks for is done, except where it only guesses. */
    private static double least(RuleEntry entry, Outcome does, double floor) {
        if (entry.does().isEmpty() && entry.when().isEmpty()) {
            return 0;
        }
        return does == Outcome.REMOVE && !GUESSING.contains(entry.looksFor()) ? Signal.SURE : floor;
    }

    private OwnLists own(Lexicon words, List<String> patterns) {
        return new OwnLists(words, list(List.of()), patterns, this::list);
    }
}
