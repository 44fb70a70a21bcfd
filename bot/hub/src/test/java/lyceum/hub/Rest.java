package lyceum.hub;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Waits until a hub is at rest. Looks twice, since alarms are set only after the commit that the first look is part of. */
final class Rest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final int LOOKS = 2;

    private Rest() {}

    static void await(Hub hub) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        int quiet = 0;
        while (System.nanoTime() < until) {
            quiet = waiting(hub).values().stream().allMatch(Waiting::resting) ? quiet + 1 : 0;
            if (quiet == LOOKS) {
                return;
            }
            if (quiet == 0) {
                LockSupport.parkNanos(100_000);
            }
        }
        throw new IllegalStateException("still moving: " + waiting(hub));
    }

    private static Map<String, Waiting> waiting(Hub hub) {
        try {
            return hub.waiting().get(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the hub does not answer", e);
        }
    }
}
