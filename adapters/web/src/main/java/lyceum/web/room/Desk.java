package lyceum.web.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that shows what is committed: it waits until something may have been, lets more come for a moment, reads on from
 * where it stood, and hands each room one frame.
 */
final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(5);
    private static final Duration EXPECTED_WITHIN = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 2_000;
    private static final int REMEMBERED = 1_000;

    private final RoomLog log;
    private final Map<String, Hall> halls;
    private final Runnable beat;
    private volatile Runnable alsoTells = () -> {};
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<String, Long> expected = new HashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private Duration gathering = Gathering.LEAST;
    private boolean signalled;
    private boolean hurry;
    private boolean closed;
    private long seen;
    private long nextBeat = System.nanoTime() + BETWEEN_BEATS.toNanos();

    /** @param beat called now and then, on the desk's thread */
    Desk(RoomLog log, Collection<Hall> halls, Runnable beat) {
        this.log = log;
        this.halls =
                halls.stream().collect(Collectors.toMap(hall -> hall.place().name(), hall -> hall));
        this.beat = beat;
        this.thread = Thread.ofPlatform().daemon().name("room").unstarted(this::run);
    }

    /** Remembers the newest lines, and begins. */
    void start() {
        seen = log.newest();
        long before = log.beforeNewest(REMEMBERED);
        Map<String, List<Entry>> byRoom =
                log.after(before, REMEMBERED).stream().collect(Collectors.groupingBy(Entry::room));
        halls.forEach((name, hall) -> hall.remember(byRoom.getOrDefault(name, List.of()), before, seen));
        thread.start();
    }

    /** Is told when something was shown here, to show it elsewhere; before the start. */
    void alsoTells(Runnable others) {
        alsoTells = others;
    }

    /** Something was committed that rooms shall see. */
    void signal() {
        locked(() -> signalled = true);
    }

    /** Something about this line will be committed soon. */
    void expect(String line) {
        locked(() -> {
            expected.put(line, System.nanoTime() + EXPECTED_WITHIN.toNanos());
            signalled = true;
        });
    }

    /** Runs this once everything that is committed by now has been shown. */
    void after(Runnable then) {
        locked(() -> {
            afterwards.add(then);
            signalled = true;
        });
    }

    /** The same, without letting more come. */
    void afterAtOnce(Runnable then) {
        locked(() -> {
            afterwards.add(then);
            signalled = true;
            hurry = true;
        });
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            try {
                List<Runnable> then = gather();
                if (then == null) {
                    return;
                }
                long start = System.nanoTime();
                show();
                gathering = Gathering.after(Duration.ofNanos(System.nanoTime() - start));
                then.forEach(Runnable::run);
                if (System.nanoTime() - nextBeat > 0) {
                    nextBeat = System.nanoTime() + BETWEEN_BEATS.toNanos();
                    beat.run();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the live room could not show what is new; it tries again", e);
            }
        }
    }

    /** Waits until there is something, and a moment more; null at the end. */
    private @org.jspecify.annotations.Nullable List<Runnable> gather() throws InterruptedException {
        lock.lock();
        try {
            while (!signalled && !closed) {
                long left = nextBeat - System.nanoTime();
                if (left <= 0 || (news.awaitNanos(Math.min(left, rest())) <= 0 && !expected.isEmpty())) {
                    break;
                }
            }
            for (long left = gathering.toNanos(); left > 0 && signalled && !hurry && !closed; ) {
                left = news.awaitNanos(left);
            }
            signalled = false;
            hurry = false;
            List<Runnable> then = List.copyOf(afterwards);
            afterwards.clear();
            return closed ? null : then;
        } finally {
            lock.unlock();
        }
    }

    private long rest() {
        return expected.isEmpty() ? BETWEEN_BEATS.toNanos() : Gathering.LEAST.toNanos();
    }

    private void show() {
        List<Entry> entries = log.after(seen, MOST_AT_ONCE);
        if (entries.isEmpty()) {
            forget(List.of());
            return;
        }
        long upTo = entries.getLast().seq();
        Map<String, List<Entry>> byRoom = entries.stream().collect(Collectors.groupingBy(Entry::room));
        byRoom.forEach((name, news) -> {
            Hall hall = halls.get(name);
            if (hall != null) {
                hall.tell(news, upTo);
            }
        });
        seen = upTo;
        alsoTells.run();
        forget(entries);
        if (entries.size() == MOST_AT_ONCE) {
            show();
        }
    }

    private void forget(List<Entry> came) {
        lock.lock();
        try {
            came.forEach(entry -> expected.remove(entry.line()));
            long now = System.nanoTime();
            expected.values().removeIf(until -> now - until > 0);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> closed = true);
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
