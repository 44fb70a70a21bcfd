package lyceum.sandbox.discord;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The messages of one channel, oldest first; only the newest are kept. What must follow a change in order runs under its lock. */
final class Timeline {
    private static final int KEPT = 200_000;
    private static final int SLACK = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayList<Post> posts = new ArrayList<>();
    private volatile long newest;
    private volatile int size;

    /** Adds a message that is made now, so that ids stand in order, and tells of it before anything else can change. */
    Post append(Supplier<Post> maker, Consumer<Post> tell) {
        lock.lock();
        try {
            Post post = maker.get();
            posts.add(post);
            if (posts.size() > KEPT + SLACK) {
                posts.subList(0, SLACK).clear();
            }
            counted();
            tell.accept(post);
            return post;
        } finally {
            lock.unlock();
        }
    }

    Optional<Post> find(long id) {
        lock.lock();
        try {
            int at = index(id);
            return at < 0 ? Optional.empty() : Optional.of(posts.get(at));
        } finally {
            lock.unlock();
        }
    }

    /** Puts a changed message in place of the old one; empty when there is none with that id. */
    Optional<Post> change(long id, UnaryOperator<Post> changed, Consumer<Post> tell) {
        lock.lock();
        try {
            int at = index(id);
            if (at < 0) {
                return Optional.empty();
            }
            Post post = changed.apply(posts.get(at));
            posts.set(at, post);
            tell.accept(post);
            return Optional.of(post);
        } finally {
            lock.unlock();
        }
    }

    Optional<Post> remove(long id, Consumer<Post> tell) {
        lock.lock();
        try {
            int at = index(id);
            if (at < 0) {
                return Optional.empty();
            }
            Post post = posts.remove(at);
            counted();
            tell.accept(post);
            return Optional.of(post);
        } finally {
            lock.unlock();
        }
    }

    /** Up to {@code limit} messages older than the id, newest first as Discord answers them. */
    List<Post> before(long id, int limit) {
        lock.lock();
        try {
            int end = insertion(id);
            return newestFirst(Math.max(0, end - limit), end);
        } finally {
            lock.unlock();
        }
    }

    /** Up to {@code limit} messages right after the id, newest first as Discord answers them. */
    List<Post> after(long id, int limit) {
        lock.lock();
        try {
            int from = index(id) < 0 ? insertion(id) : index(id) + 1;
            return newestFirst(from, Math.min(posts.size(), from + limit));
        } finally {
            lock.unlock();
        }
    }

    List<Post> around(long id, int limit) {
        lock.lock();
        try {
            int from = Math.max(0, insertion(id) - limit / 2);
            return newestFirst(from, Math.min(posts.size(), from + limit));
        } finally {
            lock.unlock();
        }
    }

    /** Everything that stands here, oldest first. */
    List<Post> all() {
        return last(Integer.MAX_VALUE);
    }

    /** The newest messages that stand here, oldest first. */
    List<Post> last(int limit) {
        lock.lock();
        try {
            return new ArrayList<>(posts.subList(Math.max(0, posts.size() - limit), posts.size()));
        } finally {
            lock.unlock();
        }
    }

    /** The newest id there ever was; takes no lock, since a session that opens asks while others post. */
    Optional<Long> newest() {
        return newest == 0 ? Optional.empty() : Optional.of(newest);
    }

    /** How many messages stand here; takes no lock. */
    int size() {
        return size;
    }

    /** Takes in a kept message at a start: a later line with the same id replaces the earlier. */
    void restore(Post post) {
        int at = index(post.id());
        if (at >= 0) {
            posts.set(at, post);
        } else {
            posts.add(-at - 1, post);
        }
        counted();
    }

    private void counted() {
        size = posts.size();
        newest = posts.isEmpty() ? newest : Math.max(newest, posts.getLast().id());
    }

    private List<Post> newestFirst(int from, int to) {
        List<Post> some = new ArrayList<>(posts.subList(from, Math.max(from, to)));
        Collections.reverse(some);
        return some;
    }

    private int insertion(long id) {
        int at = index(id);
        return at < 0 ? -at - 1 : at;
    }

    private int index(long id) {
        int low = 0;
        int high = posts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = posts.get(middle).id();
            if (found == id) {
                return middle;
            }
            if (found < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }
}
