package lyceum.scheduler.recurrence;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When a class takes place: a first date, a rule, dates left out and dates more. The start is a date even where the rule misses it,
 * and the first of those that {@code COUNT} counts (RFC 5545, 3.8.5.3).
 *
 * @param rule null for a class without repetition
 * @param without local times left out; what the rule counts it counts all the same
 * @param extra local times in addition; one that stands already is one
 */
public record Recurrence(
        LocalDateTime start, ZoneId zone, @Nullable Rule rule, Set<LocalDateTime> without, Set<LocalDateTime> extra) {
    /** So many dates left out and added together. */
    public static final int MOST_EXCEPTIONS = 1_000;

    /** So many dates are reckoned in one go. */
    public static final int MOST_DATES = 100_000;

    public Recurrence {
        without = Set.copyOf(without);
        extra = Set.copyOf(extra);
    }

    public static Recurrence once(LocalDateTime start, ZoneId zone) {
        return new Recurrence(start, zone, null, Set.of(), Set.of());
    }

    public boolean endless() {
        return rule != null && rule.endless();
    }

    /** All dates in order of time, each once; may be endless. Throws {@link NoMoreDates} where a rule gives none for centuries. */
    public Iterator<Occurrence> dates() {
        return new Dates(this);
    }

    /** The dates in order for as long as {@code wanted}, and no more than {@code most}. */
    public List<Occurrence> dates(Predicate<Occurrence> wanted, int most) throws Refused {
        if (without.size() + extra.size() > MOST_EXCEPTIONS) {
            throw new Refused("many-exceptions", String.valueOf(MOST_EXCEPTIONS));
        }
        List<Occurrence> found = new ArrayList<>();
        try {
            Iterator<Occurrence> dates = dates();
            while (found.size() < most && dates.hasNext()) {
                Occurrence next = dates.next();
                if (!wanted.test(next)) {
                    break;
                }
                if (found.size() == MOST_DATES) {
                    throw new Refused("many-dates", String.valueOf(MOST_DATES));
                }
                found.add(next);
            }
            return found;
        } catch (NoMoreDates e) {
            throw new Refused("no-more-dates", e.after().toString());
        }
    }

    /** The shortest time between two of the first dates; empty gaps and single dates give a century. */
    public Duration shortestGap() throws Refused {
        Duration shortest = Duration.ofDays(36_525);
        List<Occurrence> first = dates(_ -> true, 20);
        for (int i = 1; i < first.size(); i++) {
            Duration gap = Duration.between(first.get(i - 1).at(), first.get(i).at());
            shortest = gap.compareTo(shortest) < 0 ? gap : shortest;
        }
        return shortest;
    }
}
