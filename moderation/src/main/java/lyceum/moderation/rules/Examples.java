package lyceum.moderation.rules;

import java.util.ArrayList;
import java.util.List;

/** Texts that a rule must and must not object to, carried beside it and run before it is saved. */
public record Examples(List<String> shouldHit, List<String> shouldMiss) {
    public Examples {
        shouldHit = List.copyOf(shouldHit);
        shouldMiss = List.copyOf(shouldMiss);
    }

    /** The examples that the rule gets wrong; none where it may be saved. */
    public List<String> wrong(Rule rule) {
        List<String> wrong = new ArrayList<>();
        shouldHit.stream().filter(text -> rule.judge(Post.of(text)).isEmpty()).forEach(wrong::add);
        shouldMiss.stream().filter(text -> !rule.judge(Post.of(text)).isEmpty()).forEach(wrong::add);
        return List.copyOf(wrong);
    }
}
