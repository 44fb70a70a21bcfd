package lyceum.moderation.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** More messages from one author within a time than anybody types. */
public final class FloodRule implements Rule {
    private static final double SEVERITY = 0.5;
    private static final int MOST_AUTHORS = 20_000;
    private final int most;
    private final Duration within;
    private final Recent<String, Deque<Instant>> recent = new Recent<>(MOST_AUTHORS);

    public FloodRule(int most, Duration within) {
        this.most = most;
        this.within = within;
    }

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public List<Signal> judge(Post post) {
        if (post.author().isEmpty()) {
            return List.of();
        }
        Deque<Instant> times = recent.computeIfAbsent(post.author(), author -> new ArrayDeque<>());
        times.addLast(post.at());
        while (times.size() > most + 1 || times.getFirst().isBefore(post.at().minus(within))) {
            times.removeFirst();
        }
        return times.size() > most
                ? List.of(Signal.whole(this, post, SEVERITY, times.size() + "/" + within))
                : List.of();
    }
}
