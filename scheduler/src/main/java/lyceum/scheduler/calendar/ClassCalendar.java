package lyceum.scheduler.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.parameter.Related;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceId;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import lyceum.scheduler.classes.LiveClass;
import lyceum.scheduler.recurrence.Rule;

/**
 * Classes as an iCalendar feed. Times stand in the zone of the class, with that zone's changes of clocks beside them: in UTC a rule
 * would drift by an hour twice a year. Whatever reads it again, an event keeps its UID, and SEQUENCE grows with each change; a moved
 * date is an event of its own with the RECURRENCE-ID of the planned time, a cancelled one is an EXDATE.
 */
public final class ClassCalendar {
    private static final String PRODUCT = "-//Lyceum//Classes//EN";
    private static final List<Duration> ALARMS = List.of(
            Duration.builder().prior(true).days(1).build(),
            Duration.builder().prior(true).hours(1).build(),
            Duration.builder().prior(true).minutes(5).build());

    private final ICalendar calendar = new ICalendar();
    private final Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();
    private final Instant now;

    private ClassCalendar(String name, Instant now) {
        this.now = now;
        calendar.setProductId(PRODUCT);
        calendar.addName(name);
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
    }

    /**
     * The whole feed, as {@code text/calendar} in UTF-8.
     *
     * @param classes also those that are cancelled, so that calendar programs take them out
     */
    public static String of(String name, List<LiveClass> classes, Instant now) {
        ClassCalendar feed = new ClassCalendar(name, now);
        feed.zones(classes);
        classes.forEach(feed::add);
        return Biweekly.write(feed.calendar).go();
    }

    private void add(LiveClass of) {
        TimezoneAssignment zone =
                Objects.requireNonNull(zones.get(of.recurrence().zone()));
        VEvent event = event(of, of.recurrence().start(), zone);
        Rule rule = of.recurrence().rule();
        if (rule != null) {
            event.addExperimentalProperty(
                    "RRULE", rule.inCalendars(of.recurrence().zone()));
        }
        ExceptionDates without = new ExceptionDates();
        of.exceptions().forEach((planned, moved) -> {
            if (moved.isEmpty() && rule != null) {
                without.getValues().add(new ICalDate(date(of, planned), true));
            } else {
                moved.ifPresent(to -> addMoved(of, planned, to, zone));
            }
        });
        if (!without.getValues().isEmpty()) {
            event.addExceptionDates(without);
            calendar.getTimezoneInfo().setTimezone(without, zone);
        }
        boolean onlyDateCancelled = rule == null && of.exceptions().containsValue(Optional.<LocalDateTime>empty());
        event.setStatus(of.state().cancelled() || onlyDateCancelled ? Status.cancelled() : Status.confirmed());
        calendar.addEvent(event);
    }

    private void addMoved(LiveClass of, LocalDateTime planned, LocalDateTime to, TimezoneAssignment zone) {
        VEvent event = event(of, to, zone);
        RecurrenceId original = new RecurrenceId(date(of, planned));
        event.setRecurrenceId(original);
        event.setStatus(of.state().cancelled() ? Status.cancelled() : Status.confirmed());
        inZone(original, zone);
        calendar.addEvent(event);
    }

    private VEvent event(LiveClass of, LocalDateTime start, TimezoneAssignment zone) {
        VEvent event = new VEvent();
        event.setUid("class-" + of.id() + "-" + of.state().made().toEpochMilli() + "@lyceum");
        event.setSequence((int) of.state().sequence());
        event.setDateTimeStamp(Date.from(of.state().changed()));
        event.setCreated(Date.from(of.state().made()));
        event.setLastModified(Date.from(of.state().changed()));
        event.setSummary(of.title());
        event.setDateStart(date(of, start));
        event.setDuration(Duration.builder().minutes(of.minutes()).build());
        inZone(event.getDateStart(), zone);
        for (Duration before : ALARMS) {
            event.addAlarm(VAlarm.display(new Trigger(before, Related.START), of.title()));
        }
        return event;
    }

    private void inZone(DateOrDateTimeProperty property, TimezoneAssignment zone) {
        TimezoneInfo info = calendar.getTimezoneInfo();
        info.setTimezone(property, zone);
    }

    /** Several classes share a zone: its component begins before all of them. */
    private void zones(List<LiveClass> classes) {
        Map<ZoneId, Instant> first = new HashMap<>();
        for (LiveClass of : classes) {
            ZoneId zone = of.recurrence().zone();
            Instant start = of.recurrence().start().atZone(zone).toInstant();
            first.merge(zone, start, (one, other) -> one.isBefore(other) ? one : other);
        }
        first.forEach((zone, from) ->
                zones.put(zone, new TimezoneAssignment(TimeZone.getTimeZone(zone), ZoneComponent.of(zone, from, now))));
    }

    private static Date date(LiveClass of, LocalDateTime local) {
        return Date.from(local.atZone(of.recurrence().zone()).toInstant());
    }
}
