package lyceum.moderation.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A link from somebody who has only just come. */
public final class NewcomerRule implements Rule {
    private static final double SEVERITY = 0.5;
    private final Duration age;
    private final Links links;

    public NewcomerRule(Duration age, Links links) {
        this.age = age;
        this.links = links;
    }

    @Override
    public String name() {
        return "newcomer";
    }

    @Override
    public List<Signal> judge(Post post) {
        Instant joined = post.standing().joined();
        boolean fresh = joined.isAfter(Instant.EPOCH) && joined.plus(age).isAfter(post.at());
        if (!fresh) {
            return List.of();
        }
        return links.in(post.text()).stream()
                .map(link -> Signal.of(this, "link", post, link.start(), link.end(), SEVERITY))
                .toList();
    }
}
