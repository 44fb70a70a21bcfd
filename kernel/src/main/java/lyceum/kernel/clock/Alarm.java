package lyceum.kernel.clock;

import java.time.Duration;

/** Rings once after a while. What must survive a restart is kept in tables; an alarm is only the bell. */
public interface Alarm extends AutoCloseable {
    /** Runs {@code ring} on a thread of the alarm's own after {@code delay}, at once where that is not positive. Any thread. */
    void after(Duration delay, Runnable ring);

    /** Nothing rings any more once this returns. */
    @Override
    void close();
}
