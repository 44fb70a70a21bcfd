package lyceum.moderation.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A whole file: a policy, and rules that are added to it or take the place of its rules of the same name. */
public record RuleFile(PolicyName policy, List<RuleEntry> rules) {
    public RuleFile {
        rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        for (RuleEntry rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException(
                        "rules has two of the name %1$s; give each its own\nrules 中有两条名为 %1$s；请各取一个名字"
                                .formatted(rule.name()));
            }
        }
    }

    static RuleFile defaults() {
        return new RuleFile(PolicyName.CLASSROOM, List.of());
    }
}
