package lyceum.scheduler.classes;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was asked and answered in the rooms, from wherever that is known. */
@FunctionalInterface
public interface Answered {
    /** Questions that were asked from an instant to another one and have their answer, the earliest first. */
    List<Exchange> between(Handle read, Instant from, Instant to);

    /** A question, and what answered it. */
    record Exchange(String question, String answer) {}
}
