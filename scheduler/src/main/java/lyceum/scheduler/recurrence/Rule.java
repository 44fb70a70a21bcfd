package lyceum.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** How a class repeats: an RRULE of RFC 5545. Where it ends is reckoned by {@link Recurrence}, since the start counts too. */
public final class Rule {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String text;
    private final RecurrenceRule pattern;
    private final OptionalInt count;
    private final Optional<Bound> until;

    private Rule(String text, RecurrenceRule pattern, OptionalInt count, Optional<Bound> until) {
        this.text = text;
        this.pattern = pattern;
        this.count = count;
        this.until = until;
    }

    /** @param typed with or without {@code RRULE:}, in any letter case */
    public static Rule parse(String typed) throws Refused {
        RuleParts parts = RuleParts.of(typed);
        OptionalInt count = parts.count();
        Optional<Bound> until = parts.until();
        try {
            return new Rule(
                    parts.toString(),
                    new RecurrenceRule(parts.withoutEnd().toString(), RecurrenceRule.RfcMode.RFC5545_STRICT),
                    count,
                    until);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw parts.explained();
        }
    }

    /** How many dates, the start among them. */
    OptionalInt count() {
        return count;
    }

    Optional<Bound> until() {
        return until;
    }

    public boolean endless() {
        return count.isEmpty() && until.isEmpty();
    }

    /** As calendar programs want it beside a start with a zone: what ends at a local time ends at that instant (RFC 5545, 3.3.10). */
    public String inCalendars(ZoneId zone) {
        if (until.isEmpty()) {
            return text;
        }
        Instant last = switch (until.get()) {
            case Bound.Moment moment -> moment.instant();
            case Bound.Local local -> local.time().atZone(zone).toInstant();
            case Bound.Day day -> day.day().atTime(LAST_SECOND).atZone(zone).toInstant();
        };
        return text.replaceFirst("UNTIL=[^;]*", "UNTIL=" + UTC.format(last));
    }

    /** How often in words of RFC 5545: {@code WEEKLY}. */
    public String frequency() {
        return pattern.getFreq().name();
    }

    /** The local times that the rule gives at or after a start, without an end, in order. */
    Iterator<LocalDateTime> from(LocalDateTime start) {
        RecurrenceRuleIterator found = pattern.iterator(new DateTime(
                start.getYear(),
                start.getMonthValue() - 1,
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond()));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public LocalDateTime next() {
                return local(found.nextDateTime());
            }
        };
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rule rule && rule.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As written in calendar files. */
    @Override
    public String toString() {
        return text;
    }
}
