package lyceum.hub;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * The ordered way out to one room: a virtual thread that has one request in flight at most. What waits and what is granted is
 * decided in the hub's lane; the thread only carries granted rows, and stands still at the first that did not end for good.
 */
final class RoomLane {
    private final String name;
    private final Courier courier;
    private final ReentrantLock door;
    private final Consumer<Work> ends;
    private final BlockingDeque<Row> granted = new LinkedBlockingDeque<>();
    private final Semaphore resumed = new Semaphore(0);
    private @Nullable MessageId newestStanding;
    private final ReentrantLock requesting = new ReentrantLock();
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /** Rows that are not granted yet, in order. Lane's thread only. */
    final Deque<Row> planned = new ArrayDeque<>();

    /** Rows granted whose end is not committed yet. Lane's thread only. */
    int outstanding;

    /** Whether the thread stands still until {@link #resume}. Lane's thread only. */
    boolean resting;

    /** Whether the room has had to rest and still has what waited meanwhile. Lane's thread only. */
    boolean behind;

    /** When something was granted last. Lane's thread only. */
    Instant lastGranted = Instant.EPOCH;

    /** @param door held during a request, together with the room's other lanes */
    RoomLane(String name, Courier courier, ReentrantLock door, Consumer<Work> ends) {
        this.name = name;
        this.courier = courier;
        this.door = door;
        this.ends = ends;
    }

    /** @param newest our newest message there by its receipt, or null */
    void start(@Nullable MessageId newest) {
        newestStanding = newest;
        thread = Thread.ofVirtual().name("room-" + name).start(this::run);
    }

    /** Begins no further request, and waits for the one under way until {@code patience} is over. Any thread. */
    void stop(Duration patience) throws InterruptedException {
        stopping = true;
        boolean idle = requesting.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (thread != null) {
            thread.interrupt();
        }
        if (idle) {
            requesting.unlock();
        }
    }

    String name() {
        return name;
    }

    int waiting() {
        return planned.size() + outstanding;
    }

    /** Puts another row in the place of one that waits, or none. Lane's thread only. */
    void exchange(Row row, @Nullable Row now) {
        List<Row> rows = new ArrayList<>();
        for (Row each : planned) {
            if (!each.id().equals(row.id())) {
                rows.add(each);
            } else if (now != null) {
                rows.add(now);
            }
        }
        wait(rows);
    }

    /** These rows wait, and no others. Lane's thread only. */
    void wait(List<Row> rows) {
        planned.clear();
        planned.addAll(rows);
    }

    void grant(Row row) {
        granted.addLast(row);
    }

    /** Takes back what is granted and not begun, in order; only while the thread stands still. */
    List<Row> takeBack() {
        List<Row> rows = new ArrayList<>();
        granted.drainTo(rows);
        return rows;
    }

    void resume() {
        resumed.release();
    }

    private void run() {
        try {
            while (!stopping) {
                Row row = granted.takeFirst();
                courier.awaitConnected(row.effect());
                if (row.unclear() && row.effect() instanceof Post && courier.settles(row.effect())) {
                    settle(row);
                } else {
                    carry(row);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Row row) throws InterruptedException {
        End end = request(row);
        if (end instanceof End.Stood stood
                && row.effect() instanceof Post
                && !stood.messages().isEmpty()) {
            newestStanding = stood.messages().getLast();
        }
        ended(row, end);
    }

    private End request(Row row) {
        requesting.lock();
        door.lock();
        try {
            return stopping ? new End.Postponed(Duration.ZERO, Phrase.of("hub.stopping")) : courier.carry(row);
        } finally {
            door.unlock();
            requesting.unlock();
        }
    }

    private void ended(Row row, End end) throws InterruptedException {
        ends.accept(new Work.Ended(this, row, end));
        if (!end.isFinal()) {
            resumed.acquire();
        }
    }

    /** Finds out which of the unclear posts at the head stand already; those that do not are carried next, in order. */
    private void settle(Row first) throws InterruptedException {
        List<Row> unclear = new ArrayList<>(List.of(first));
        for (Row next = granted.peekFirst();
                next != null && next.unclear() && next.effect() instanceof Post;
                next = granted.peekFirst()) {
            unclear.add(granted.takeFirst());
        }
        try {
            List<Optional<MessageId>> standing = courier.settle(unclear, newestStanding);
            for (int i = unclear.size() - 1; i >= 0; i--) {
                if (standing.get(i).isEmpty()) {
                    granted.addFirst(unclear.get(i).unclear(false));
                }
            }
            for (int i = 0; i < unclear.size(); i++) {
                if (standing.get(i).isPresent()) {
                    newestStanding = standing.get(i).get();
                    ended(unclear.get(i), new End.Stood(List.of(newestStanding)));
                }
            }
        } catch (UncheckedIOException e) {
            unclear.reversed().subList(0, unclear.size() - 1).forEach(granted::addFirst);
            ended(first, End.Unknown.of(e));
        }
    }
}
