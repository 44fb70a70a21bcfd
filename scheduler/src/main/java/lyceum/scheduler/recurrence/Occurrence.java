package lyceum.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/**
 * One date of a class.
 *
 * @param planned the local time that the rule gives, by which the date is known for ever
 * @param at when that is: a local time that a change of clocks leaves out is moved forward by what is left out, of a local time that
 *     comes twice it is the first (RFC 5545, 3.3.5)
 */
public record Occurrence(LocalDateTime planned, ZonedDateTime at) {
    public Instant instant() {
        return at.toInstant();
    }
}
