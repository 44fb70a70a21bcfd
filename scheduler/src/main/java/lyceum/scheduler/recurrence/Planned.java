package lyceum.scheduler.recurrence;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The planned local times of a recurrence in order: start, rule and extra dates merged, with nothing left out. */
final class Planned implements Iterator<LocalDateTime> {
    private static final int LAST_YEAR = 9_999;

    private final Recurrence of;
    private final Deque<LocalDateTime> extra;
    private @Nullable Iterator<LocalDateTime> ruled;
    private long left;
    private @Nullable LocalDateTime fromRule;
    private boolean known = true;
    private LocalDateTime last;

    Planned(Recurrence of) {
        this.of = of;
        Rule rule = of.rule();
        extra = new ArrayDeque<>(new TreeSet<>(of.extra()));
        left = rule == null ? 0 : rule.count().isPresent() ? rule.count().getAsInt() - 1L : Long.MAX_VALUE;
        last = of.start();
        fromRule = of.start();
    }

    /** Throws {@link NoMoreDates}, as {@link #next} does, where the rule should go on and does not. */
    @Override
    public boolean hasNext() {
        return ruledNext() != null || !extra.isEmpty();
    }

    @Override
    public LocalDateTime next() {
        LocalDateTime ruledNext = ruledNext();
        LocalDateTime extraNext = extra.peek();
        if (extraNext != null && (ruledNext == null || extraNext.isBefore(ruledNext))) {
            return extra.remove();
        }
        if (ruledNext == null) {
            throw new NoSuchElementException();
        }
        known = false;
        return ruledNext;
    }

    private @Nullable LocalDateTime ruledNext() {
        if (!known) {
            known = true;
            fromRule = null;
            fromRule = advance();
        }
        return fromRule;
    }

    private @Nullable LocalDateTime advance() {
        Rule rule = of.rule();
        if (rule == null || left <= 0) {
            return null;
        }
        try {
            Iterator<LocalDateTime> from = ruled == null ? rule.from(of.start()) : ruled;
            ruled = from;
            while (from.hasNext()) {
                LocalDateTime found = from.next();
                if (found.getYear() > LAST_YEAR || found.isBefore(last)) {
                    break;
                }
                if (found.isAfter(last)) {
                    last = found;
                    left--;
                    return ended(found) ? null : found;
                }
            }
        } catch (DateTimeException | IllegalArgumentException | IllegalStateException e) {
            throw new NoMoreDates(last, e);
        }
        throw new NoMoreDates(last, new NoSuchElementException());
    }

    private boolean ended(LocalDateTime found) {
        Rule rule = Objects.requireNonNull(of.rule());
        return rule.until()
                .map(until -> !until.includes(new Occurrence(found, found.atZone(of.zone()))))
                .orElse(false);
    }
}
