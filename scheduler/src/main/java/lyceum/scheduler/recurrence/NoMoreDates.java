package lyceum.scheduler.recurrence;

import java.time.LocalDateTime;

/** A rule that has no end gives no date after this one, or none within reach. */
public final class NoMoreDates extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalDateTime after;

    NoMoreDates(LocalDateTime after, Throwable cause) {
        super("no date after " + after, cause);
        this.after = after;
    }

    public LocalDateTime after() {
        return after;
    }
}
