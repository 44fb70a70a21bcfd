package lyceum.moderation.file;

import java.util.ArrayList;
import java.util.List;
import lyceum.moderation.rules.Condition;

/** Rules taken together: {@code all} of these object, {@code any} of these, {@code none} of these. */
public record When(List<String> all, List<String> any, List<String> none) {
    public When {
        all = List.copyOf(all);
        any = List.copyOf(any);
        none = List.copyOf(none);
        if (all.isEmpty() && any.isEmpty()) {
            throw new IllegalArgumentException("all or any must name rules\nall 或 any 必须写出规则名");
        }
    }

    /** Every rule that is named. */
    public List<String> names() {
        List<String> names = new ArrayList<>(all);
        names.addAll(any);
        names.addAll(none);
        return names;
    }

    /** The same as a condition on what the rules said. */
    public Condition condition() {
        List<Condition> parts = new ArrayList<>(objects(all));
        if (!any.isEmpty()) {
            parts.add(new Condition.Any(objects(any)));
        }
        if (!none.isEmpty()) {
            parts.add(new Condition.Not(new Condition.Any(objects(none))));
        }
        return new Condition.All(parts);
    }

    private static List<Condition> objects(List<String> rules) {
        return rules.stream()
                .map(rule -> (Condition) new Condition.Objects(rule, 0))
                .toList();
    }
}
