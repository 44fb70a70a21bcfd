package lyceum.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a recurrence as instants. A planned time that falls into a gap moves forward past planned times that follow it, so
 * dates wait until none can come before them.
 */
final class Dates implements Iterator<Occurrence> {
    private final Recurrence of;
    private final Planned planned;
    private final Set<Instant> without;
    private final PriorityQueue<Occurrence> waiting =
            new PriorityQueue<>(Comparator.comparing(Occurrence::instant).thenComparing(Occurrence::planned));
    private @Nullable Instant given;
    private @Nullable Occurrence next;
    private @Nullable NoMoreDates end;

    Dates(Recurrence of) {
        this.of = of;
        this.planned = new Planned(of);
        this.without = of.without().stream()
                .map(local -> local.atZone(of.zone()).toInstant())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            Occurrence candidate = earliest();
            if (candidate == null) {
                return false;
            }
            if (!candidate.instant().equals(given) && !without.contains(candidate.instant())) {
                next = candidate;
            }
        }
        return true;
    }

    @Override
    public Occurrence next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Occurrence found = next;
        given = found.instant();
        next = null;
        return found;
    }

    private @Nullable Occurrence earliest() {
        try {
            while (end == null && !settled() && planned.hasNext()) {
                LocalDateTime local = planned.next();
                waiting.add(new Occurrence(local, local.atZone(of.zone())));
            }
        } catch (NoMoreDates e) {
            end = e;
        }
        if (waiting.isEmpty() && end != null) {
            throw end;
        }
        return waiting.poll();
    }

    /** Whether a planned time was seen that is later than where the earliest date came to lie. */
    private boolean settled() {
        Occurrence first = waiting.peek();
        return first != null
                && waiting.stream()
                        .anyMatch(other -> other.planned().isAfter(first.at().toLocalDateTime()));
    }
}
