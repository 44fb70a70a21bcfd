package lyceum.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The last moment that still belongs: a whole day, a local time, or an instant. */
public sealed interface Bound {
    boolean includes(Occurrence occurrence);

    /** All of a day. */
    record Day(LocalDate day) implements Bound {
        @Override
        public boolean includes(Occurrence occurrence) {
            return !occurrence.planned().toLocalDate().isAfter(day);
        }
    }

    /** A time on the wall of the class's place. */
    record Local(LocalDateTime time) implements Bound {
        @Override
        public boolean includes(Occurrence occurrence) {
            return !occurrence.planned().isAfter(time);
        }
    }

    /** A moment that is the same everywhere. */
    record Moment(Instant instant) implements Bound {
        @Override
        public boolean includes(Occurrence occurrence) {
            return !occurrence.instant().isAfter(instant);
        }
    }
}
