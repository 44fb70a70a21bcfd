package lyceum.moderation.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.Reader;
import lyceum.moderation.text.View;

/** The same text again and again, by one author or by several, in one room or in many; disguises do not make it another text. */
public final class RepeatRule implements Rule {
    private static final double BY_ONE = 0.5;
    private static final double BY_MANY = 0.7;
    private static final int MOST_TEXTS = 20_000;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final int MOST_KEPT = 50;
    private final Limits limits;
    private final Reader reader;
    private final View view = new View();
    private final Recent<Long, Deque<Said>> recent = new Recent<>(MOST_TEXTS);

    /**
     * When a text is repeated too often.
     *
     * @param shortest texts of fewer letters are greetings
     * @param byOne how often one author may say it
     * @param byMany how many authors may say it
     */
    public record Limits(int shortest, int byOne, int byMany, Duration within) {}

    private record Said(String author, Instant at) {}

    public RepeatRule(Reader reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "repeat";
    }

    @Override
    public List<Signal> judge(Post post) {
        long key = post.author().isEmpty() ? 0 : key(post.text());
        if (key == 0) {
            return List.of();
        }
        Deque<Said> said = recent.computeIfAbsent(key, text -> new ArrayDeque<>());
        said.addLast(new Said(post.author(), post.at()));
        while (said.size() > MOST_KEPT || said.getFirst().at.isBefore(post.at().minus(limits.within))) {
            said.removeFirst();
        }
        if (said.size() <= Math.min(limits.byOne, limits.byMany)) {
            return List.of();
        }
        Set<String> authors = new HashSet<>();
        int own = 0;
        for (Said each : said) {
            authors.add(each.author);
            own += each.author.equals(post.author()) ? 1 : 0;
        }
        if (authors.size() > limits.byMany) {
            return List.of(Signal.whole(this, post, BY_MANY, authors.size() + " authors"));
        }
        return own > limits.byOne ? List.of(Signal.whole(this, post, BY_ONE, own + " times")) : List.of();
    }

    /** A number for what the text says, or 0 where it is too short. */
    private long key(String text) {
        reader.read(text, view);
        long key = 1;
        int symbols = 0;
        for (int at = 0; at < view.size(); at++) {
            if (!Kind.parts(view.kind(at))) {
                key = (key ^ view.symbol(at)) * PRIME;
                symbols++;
            }
        }
        return symbols < limits.shortest ? 0 : key ^ key >>> 32;
    }
}
