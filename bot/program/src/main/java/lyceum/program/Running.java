package lyceum.program;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that works until it is asked to end (Ctrl-C, SIGTERM), and then ends in peace. */
final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private Running() {}

    /** Never returns while the process is wanted; closes {@code work} on the way out. */
    static void untilStopped(AutoCloseable work) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            close(work);
            closed.countDown();
        }));
        System.gc(); // what only the start needed goes back to the system: 20 MB of a hub that waits
        closed.await();
    }

    private static void close(AutoCloseable work) {
        try {
            work.close();
        } catch (Exception e) {
            LOG.error("the end was not peaceful", e);
        }
    }
}
