package lyceum.moderation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lyceum.moderation.file.RuleEntry;
import lyceum.moderation.file.RuleFile;
import lyceum.moderation.rules.Combined;
import lyceum.moderation.rules.Examples;
import lyceum.moderation.rules.Post;
import lyceum.moderation.rules.Rule;
import lyceum.moderation.rules.Signal;

/** Runs the examples that the rules of a file carry, and looks for rules that are named and not there. */
final class Proof {
    private final RuleFile file;
    private final List<Rule> rules;
    private final List<Combined> together;

    Proof(RuleFile file, List<Rule> rules, List<Combined> together) {
        this.file = file;
        this.rules = rules;
        this.together = together;
    }

    void check() throws RulesRefused {
        List<RulesRefused.Line> wrong = new ArrayList<>();
        Set<String> names = new HashSet<>(Shelf.NAMES);
        names.add(Engine.BROKEN);
        rules.forEach(rule -> names.add(rule.name()));
        together.forEach(rule -> names.add(rule.name()));
        for (RuleEntry entry : file.rules()) {
            entry.when()
                    .ifPresent(when -> when.names().stream()
                            .filter(name -> !names.contains(name))
                            .forEach(name -> wrong.add(noRule(entry, name))));
            examples(entry, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new RulesRefused(wrong);
        }
    }

    private void examples(RuleEntry entry, List<RulesRefused.Line> wrong) {
        Examples examples = entry.examples();
        examples.shouldHit().stream()
                .filter(objects(entry).negate())
                .forEach(text -> wrong.add(new RulesRefused.Line(
                        "rule %s does not object to its example \"%s\"".formatted(entry.name(), text),
                        "规则 %s 没有命中它自己的例子“%s”".formatted(entry.name(), text))));
        examples.shouldMiss().stream()
                .filter(objects(entry))
                .forEach(text -> wrong.add(new RulesRefused.Line(
                        "rule %s objects to \"%s\", which it should let pass".formatted(entry.name(), text),
                        "规则 %s 命中了应当放过的“%s”".formatted(entry.name(), text))));
    }

    /** Whether the rule of an entry objects to a text. */
    private Predicate<String> objects(RuleEntry entry) {
        return text -> {
            Post post = Post.of(text);
            List<Signal> heard = rules.stream()
                    .filter(rule -> entry.when().isPresent() || rule.name().equals(entry.name()))
                    .flatMap(rule -> rule.judge(post).stream())
                    .toList();
            return entry.when().isEmpty()
                    ? !heard.isEmpty()
                    : together.stream()
                            .filter(rule -> rule.name().equals(entry.name()))
                            .anyMatch(rule -> !rule.judge(post, heard).isEmpty());
        };
    }

    private static RulesRefused.Line noRule(RuleEntry entry, String name) {
        return new RulesRefused.Line(
                "rule %s names %s, which is no rule".formatted(entry.name(), name),
                "规则 %s 提到了不存在的规则 %s".formatted(entry.name(), name));
    }
}
