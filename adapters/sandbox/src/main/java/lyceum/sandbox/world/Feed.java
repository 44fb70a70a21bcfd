package lyceum.sandbox.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What changes in the rooms of all platforms, told to whoever listens. A change is put into each listener's own queue, in the order in
 * which a room's changes stood, so that nobody who reads slowly holds up those who speak.
 */
public final class Feed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int LONGEST = 1_000_000;

    private final List<Reading> readings = new CopyOnWriteArrayList<>();

    /** Tells of a change, which is only made when somebody listens. Never waits; whoever calls may hold a lock. */
    public void tell(Supplier<Change> made) {
        if (readings.isEmpty()) {
            return;
        }
        Change change = made.get();
        readings.forEach(reading -> reading.offer(change));
    }

    /** Calls the listener with every change from now on, one after another, on a thread of its own, until it is closed. */
    public AutoCloseable listen(Consumer<Change> listener) {
        Reading reading = read(LONGEST);
        Thread.ofVirtual().name("feed").start(() -> pass(reading, listener));
        return reading;
    }

    private static void pass(Reading reading, Consumer<Change> listener) {
        try {
            while (reading.isOpen()) {
                Change change = reading.next(1, TimeUnit.HOURS);
                if (change != null) {
                    listener.accept(change);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("a listener of the feed failed and hears nothing more", e);
        } finally {
            reading.close();
        }
    }

    /** Begins to collect changes for one reader, who loses those that come while {@code longest} of them wait. */
    public Reading read(int longest) {
        Reading reading = new Reading(longest);
        readings.add(reading);
        return reading;
    }

    /** Ends every reading. */
    @Override
    public void close() {
        readings.forEach(Reading::close);
    }

    /** The changes that wait for one reader. */
    public final class Reading implements AutoCloseable {
        private static final Object END = new Object();

        private final LinkedBlockingQueue<Object> waiting;
        private volatile boolean open = true;

        private Reading(int longest) {
            this.waiting = new LinkedBlockingQueue<>(longest);
        }

        private void offer(Change change) {
            waiting.offer(change); // full: the slow reader loses it
        }

        /** The next change, or null when the patience or the reading ended. */
        public @Nullable Change next(long patience, TimeUnit unit) throws InterruptedException {
            return open && waiting.poll(patience, unit) instanceof Change change ? change : null;
        }

        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
            readings.remove(this);
            waiting.clear();
            waiting.offer(END);
        }
    }
}
