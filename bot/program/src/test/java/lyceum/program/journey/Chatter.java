package lyceum.program.journey;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Somebody who writes all the time and, when a connection breaks, goes on at the next address. */
final class Chatter implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofMillis(100);
    /** Nobody writes on and on without seeing an answer. */
    private static final int PATIENT_UP_TO = 20;

    private final String name;
    private final Watcher watcher;
    private final List<IntSupplier> ports;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean talks = true;
    private int next;
    private int said;

    /** @param ports where the room is served, asked when somebody comes in */
    Chatter(String name, List<IntSupplier> ports) {
        this.name = name;
        this.watcher = new Watcher(name);
        this.ports = ports;
        var _ = thread.scheduleWithFixedDelay(this::step, 0, BETWEEN_LINES.toMillis(), TimeUnit.MILLISECONDS);
    }

    Watcher watcher() {
        return watcher;
    }

    void isQuiet() {
        talks = false;
    }

    /** Whether everything that they said was answered. */
    boolean isAnswered() {
        return !talks && watcher.isIn() && watcher.unanswered() == 0;
    }

    private void step() {
        if (!watcher.isConnected()) {
            boolean _ = watcher.comesTo(ports.get(next++ % ports.size()).getAsInt());
        } else if (talks && watcher.isIn() && watcher.unanswered() < PATIENT_UP_TO) {
            watcher.says(name + " says " + said++);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        watcher.close();
    }
}
