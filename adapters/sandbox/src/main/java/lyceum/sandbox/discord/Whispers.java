package lyceum.sandbox.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ephemeral messages of one channel, which only one person sees; the newest thousand. */
final class Whispers {
    private static final int KEPT = 1_000;
    private final SortedMap<Long, Post> byId = new TreeMap<>();

    synchronized void put(Post post) {
        byId.put(post.id(), post);
        if (byId.size() > KEPT) {
            byId.remove(byId.firstKey());
        }
    }

    synchronized Optional<Post> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized boolean remove(long id) {
        return byId.remove(id) != null;
    }

    synchronized List<Post> of(long person) {
        List<Post> seen = new ArrayList<>(byId.values());
        seen.removeIf(post -> post.onlyFor() != person);
        return seen;
    }
}
