package lyceum.moderation.rules;

import java.util.List;
import java.util.Set;

/** Addresses outside an allowed set of domains; an allowed one beside it excuses nothing. */
public final class LinksRule implements Rule {
    private static final double SEVERITY = 0.4;
    private final Links links;
    private final Set<String> allowed;

    public LinksRule(Links links, Set<String> allowed) {
        this.links = links;
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public List<Signal> judge(Post post) {
        return links.in(post.text()).stream()
                .filter(link -> allowed.stream().noneMatch(link::under))
                .map(link -> Signal.of(this, "link", post, link.start(), link.end(), SEVERITY))
                .toList();
    }
}
