package lyceum.moderation.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many authors who are new to a room speaking in it within a short time. */
public final class RaidRule implements Rule {
    private static final double SEVERITY = 0.6;
    private static final int MOST_AUTHORS = 50_000;
    private static final int MOST_KEPT = 200;
    private final int most;
    private final Duration within;
    private final Recent<String, Instant> known = new Recent<>(MOST_AUTHORS);
    private final Map<String, Deque<First>> rooms = new HashMap<>();

    private record First(String author, Instant at) {}

    /** Objects when more new authors than this speak in a room within this time. */
    public RaidRule(int most, Duration within) {
        this.most = most;
        this.within = within;
    }

    @Override
    public String name() {
        return "raid";
    }

    @Override
    public List<Signal> judge(Post post) {
        if (post.author().isEmpty()) {
            return List.of();
        }
        Instant since = known.computeIfAbsent(post.room() + " " + post.author(), key -> post.at());
        boolean fresh = !since.isBefore(post.at().minus(within));
        Deque<First> firsts = rooms.computeIfAbsent(post.room(), room -> new ArrayDeque<>());
        if (since.equals(post.at())) {
            firsts.addLast(new First(post.author(), post.at()));
        }
        while (!firsts.isEmpty()
                && (firsts.size() > MOST_KEPT
                        || firsts.getFirst().at.isBefore(post.at().minus(within)))) {
            firsts.removeFirst();
        }
        if (!fresh || firsts.size() <= most) {
            return List.of();
        }
        Set<String> authors = new HashSet<>();
        firsts.forEach(first -> authors.add(first.author));
        boolean raid = authors.size() > most;
        return raid ? List.of(Signal.whole(this, post, SEVERITY, authors.size() + "/" + within)) : List.of();
    }
}
