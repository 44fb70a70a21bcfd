package lyceum.scheduler.classes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.id.RoomId;
import lyceum.scheduler.recurrence.NoMoreDates;
import lyceum.scheduler.recurrence.Occurrence;
import lyceum.scheduler.recurrence.Recurrence;
import lyceum.scheduler.recurrence.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A class that is taught live, once or again and again.
 *
 * @param room where it was made
 * @param exceptions by planned local time: where a date was moved to, or empty where it was cancelled
 */
public record LiveClass(
        long id,
        String title,
        Recurrence recurrence,
        int minutes,
        RoomId room,
        State state,
        Map<LocalDateTime, Optional<LocalDateTime>> exceptions) {
    /** How far a date may be moved. */
    static final int MOST_DAYS_MOVED = 60;

    public LiveClass {
        exceptions = Map.copyOf(exceptions);
    }

    /** How often it was changed, whether it is cancelled as a whole, and when it was made and last changed. */
    public record State(long sequence, boolean cancelled, Instant made, Instant changed) {}

    /** One date as it is now. */
    public record Date(LocalDateTime planned, ZonedDateTime at) {
        public Instant starts() {
            return at.toInstant();
        }
    }

    /** The dates that start after {@code from} and not after {@code to}, in order of time. */
    List<Date> dates(Instant from, Instant to, int most) {
        if (state.cancelled()) {
            return List.of();
        }
        ZonedDateTime last = to.atZone(recurrence.zone()).plusDays(MOST_DAYS_MOVED);
        List<Date> found = new ArrayList<>();
        Iterator<Occurrence> planned = recurrence.dates();
        while (more(planned)) {
            Occurrence next = planned.next();
            if (next.at().isAfter(last) || found.size() > most + exceptions.size()) {
                break;
            }
            Date date = asItIs(next);
            if (date != null && date.starts().isAfter(from) && !date.starts().isAfter(to)) {
                found.add(date);
            }
        }
        found.sort(Comparator.comparing(Date::starts));
        return found.stream().limit(most).toList();
    }

    /** One more date is moved or cancelled: a class of which most dates are otherwise than planned is another class. */
    void needRoomForException() throws Refused {
        if (exceptions.size() >= Recurrence.MOST_EXCEPTIONS) {
            throw new Refused("many-exceptions", String.valueOf(Recurrence.MOST_EXCEPTIONS));
        }
    }

    /** The next date that begins after {@code now}. */
    Optional<Date> next(Instant now) {
        return dates(now, now.plusSeconds(366L * 4 * 86_400), 1).stream().findFirst();
    }

    private @Nullable Date asItIs(Occurrence planned) {
        Optional<LocalDateTime> exception = exceptions.get(planned.planned());
        if (exception == null) {
            return new Date(planned.planned(), planned.at());
        }
        return exception
                .map(moved -> new Date(planned.planned(), moved.atZone(recurrence.zone())))
                .orElse(null);
    }

    /** A rule without an end that gives no more dates has ended. */
    private static boolean more(Iterator<Occurrence> planned) {
        try {
            return planned.hasNext();
        } catch (NoMoreDates e) {
            return false;
        }
    }
}
