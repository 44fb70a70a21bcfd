package lyceum.scheduler.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;

/**
 * A VTIMEZONE made of what this machine knows of a zone: its yearly rules where they can be said as RFC 5545 says them, else the
 * changes of clocks one by one.
 */
final class ZoneComponent {
    private static final Duration BEYOND = Duration.ofDays(3_660);
    private static final int MOST_CHANGES = 100;

    private ZoneComponent() {}

    /** @param from the first instant at which the zone's time must be right; it is for ten years after {@code now} */
    static VTimezone of(ZoneId zone, Instant from, Instant now) {
        VTimezone component = new VTimezone(zone.getId());
        ZoneRules rules = zone.getRules();
        int year = from.atZone(zone).getYear() - 1;
        if (YearlyChange.areAllOf(rules, year)) {
            rules.getTransitionRules().forEach(rule -> add(component, yearly(rules, rule, year)));
            return component;
        }
        Instant start = from.minus(Duration.ofDays(1));
        ZoneOffset before = rules.getOffset(start);
        LocalDateTime first = LocalDateTime.ofInstant(start, before).withNano(0);
        add(component, observance(new Change(first, before, before), rules.isDaylightSavings(start)));
        Instant until = now.plus(BEYOND);
        ZoneOffsetTransition next = rules.nextTransition(start);
        for (int i = 0; i < MOST_CHANGES && next != null && next.getInstant().isBefore(until); i++) {
            add(
                    component,
                    observance(
                            new Change(next.getDateTimeBefore(), next.getOffsetBefore(), next.getOffsetAfter()),
                            rules.isDaylightSavings(next.getInstant())));
            next = rules.nextTransition(next.getInstant());
        }
        return component;
    }

    private static Observance yearly(ZoneRules rules, ZoneOffsetTransitionRule rule, int year) {
        ZoneOffsetTransition first = rule.createTransition(year);
        Observance observance = observance(
                new Change(first.getDateTimeBefore(), first.getOffsetBefore(), first.getOffsetAfter()),
                rules.isDaylightSavings(first.getInstant()));
        observance.addExperimentalProperty("RRULE", YearlyChange.of(rule));
        return observance;
    }

    /** A change of clocks at a local time by the clock before it. */
    private record Change(LocalDateTime at, ZoneOffset before, ZoneOffset after) {}

    private static Observance observance(Change change, boolean daylight) {
        Observance observance = daylight ? new DaylightSavingsTime() : new StandardTime();
        LocalDateTime at = change.at();
        observance.setDateStart(new DateTimeComponents(
                at.getYear(),
                at.getMonthValue(),
                at.getDayOfMonth(),
                at.getHour(),
                at.getMinute(),
                at.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(offset(change.before()));
        observance.setTimezoneOffsetTo(offset(change.after()));
        return observance;
    }

    private static void add(VTimezone component, Observance observance) {
        if (observance instanceof DaylightSavingsTime daylight) {
            component.addDaylightSavingsTime(daylight);
        } else if (observance instanceof StandardTime standard) {
            component.addStandardTime(standard);
        }
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(Duration.ofSeconds(offset.getTotalSeconds()).toMillis());
    }
}
