package lyceum.scheduler.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lyceum.kernel.id.RoomId;
import lyceum.scheduler.classes.LiveClass;
import lyceum.scheduler.recurrence.Recurrence;
import lyceum.scheduler.recurrence.Refused;
import lyceum.scheduler.recurrence.Rule;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed is understood by a parser that is not ours. */
class ClassCalendarTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-03-08T19:00");

    private static LiveClass weekly(
            String zone, LiveClass.State state, Map<LocalDateTime, Optional<LocalDateTime>> exceptions) throws Refused {
        Recurrence recurrence =
                new Recurrence(FIRST, ZoneId.of(zone), Rule.parse("FREQ=WEEKLY;UNTIL=20260430"), Set.of(), Set.of());
        return new LiveClass(7, "图论, Graphs; part 1", recurrence, 90, RoomId.parse("discord:1"), state, exceptions);
    }

    private static LiveClass.State state(long sequence, boolean cancelled) {
        return new LiveClass.State(sequence, cancelled, NOW, NOW.plusSeconds(sequence));
    }

    private static Calendar parsed(LiveClass of) throws IOException, ParserException {
        String feed = ClassCalendar.of("Algorithm School", List.of(of), NOW);
        Calendar calendar = new CalendarBuilder().build(new StringReader(feed));
        ValidationResult result = calendar.validate(true);
        assertThat(result.hasErrors()).as(result.toString() + feed).isFalse();
        return calendar;
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.<VEvent>getComponents(Component.VEVENT);
    }

    @Test
    void aWeeklyClassStandsOnTheSameLocalTime() throws Exception {
        VEvent event = events(parsed(weekly("Europe/Berlin", state(0, false), Map.of())))
                .getFirst();

        RRule<?> rule = event.<RRule<?>>getProperty(Property.RRULE).orElseThrow();
        LocalDateTime from = LocalDateTime.parse("2026-03-20T00:00");
        List<LocalDateTime> dates = new Recur<LocalDateTime>(rule.getValue().replaceFirst(";UNTIL=.*", ""))
                .getDates(FIRST, from, from.plusWeeks(3));
        assertThat(event.getDateTimeStart().getValue()).isEqualTo("20260308T190000");
        assertThat(event.getDateTimeStart()
                        .<TzId>getParameter(Parameter.TZID)
                        .orElseThrow()
                        .getValue())
                .isEqualTo("Europe/Berlin");
        assertThat(dates).containsExactly(FIRST.plusWeeks(2), FIRST.plusWeeks(3), FIRST.plusWeeks(4));
        assertThat(event.getSummary().getValue()).isEqualTo("图论, Graphs; part 1");
        assertThat(event.getAlarms()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Sydney", "America/Santiago",
                "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Chatham", "Africa/Casablanca", "UTC"
            })
    void theZoneChangesItsClocksWhereTheWorldDoes(String zone) throws Exception {
        Calendar calendar = parsed(weekly(zone, state(0, false), Map.of()));

        NavigableMap<Instant, ZoneOffset> changes =
                changes(calendar.<VTimeZone>getComponents(Component.VTIMEZONE).getFirst());
        Instant first = FIRST.atZone(ZoneId.of(zone)).toInstant();
        for (Instant at = first; at.isBefore(NOW.plus(Duration.ofDays(1_500))); at = at.plus(Duration.ofHours(5))) {
            ZonedDateTime there = at.atZone(ZoneId.of(zone));
            assertThat(changes.floorEntry(at).getValue()).as(there.toString()).isEqualTo(there.getOffset());
        }
    }

    /** The component read as RFC 5545, 3.6.5, says: the latest onset of any observance holds. */
    private static NavigableMap<Instant, ZoneOffset> changes(VTimeZone zone) {
        NavigableMap<Instant, ZoneOffset> changes = new TreeMap<>();
        for (Observance observance : zone.getObservances()) {
            LocalDateTime first = LocalDateTime.parse(
                    observance.getRequiredProperty(Property.DTSTART).getValue(),
                    DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss"));
            List<LocalDateTime> onsets = observance
                    .<RRule<?>>getProperty(Property.RRULE)
                    .map(rule -> new Recur<LocalDateTime>(rule.getValue()).getDates(first, first, first.plusYears(8)))
                    .orElse(List.of(first));
            TzOffsetFrom before = observance.getRequiredProperty(Property.TZOFFSETFROM);
            TzOffsetTo after = observance.getRequiredProperty(Property.TZOFFSETTO);
            onsets.forEach(onset -> changes.put(onset.toInstant(before.getOffset()), after.getOffset()));
        }
        return changes;
    }

    @Test
    void aMovedDateNamesThePlannedOneAndACancelledOneIsLeftOut() throws Exception {
        LocalDateTime second = FIRST.plusWeeks(1);
        LocalDateTime third = FIRST.plusWeeks(2);

        Calendar calendar = parsed(weekly(
                "Asia/Shanghai",
                state(2, false),
                Map.of(second, Optional.of(second.plusDays(1)), third, Optional.empty())));

        List<VEvent> events = events(calendar);
        assertThat(events).hasSize(2);
        VEvent moved = events.stream()
                .filter(event -> event.getRecurrenceId() != null)
                .findFirst()
                .orElseThrow();
        VEvent series = events.stream()
                .filter(event -> event.getRecurrenceId() == null)
                .findFirst()
                .orElseThrow();
        assertThat(moved.getRecurrenceId().getValue()).isEqualTo("20260315T190000");
        assertThat(moved.getDateTimeStart().getValue()).isEqualTo("20260316T190000");
        assertThat(moved.getUid()).isEqualTo(series.getUid());
        assertThat(series.getProperty(Property.EXDATE).orElseThrow().getValue()).isEqualTo("20260322T190000");
    }

    @Test
    void theIdStaysAndTheSequenceGrows() throws Exception {
        VEvent before = events(parsed(weekly("Asia/Shanghai", state(0, false), Map.of())))
                .getFirst();
        VEvent after = events(parsed(weekly("Asia/Shanghai", state(1, true), Map.of())))
                .getFirst();

        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(before.getProperty(Property.SEQUENCE).orElseThrow().getValue())
                .isEqualTo("0");
        assertThat(after.getProperty(Property.SEQUENCE).orElseThrow().getValue())
                .isEqualTo("1");
        assertThat(after.getProperty(Property.STATUS).orElseThrow().getValue()).isEqualTo("CANCELLED");
    }

    @Test
    void aRuleThatEndsOnADayEndsAtTheLastSecondOfThatDayThere() throws Exception {
        String feed =
                ClassCalendar.of("Algorithm School", List.of(weekly("Europe/Berlin", state(0, false), Map.of())), NOW);

        assertThat(feed).contains("RRULE:FREQ=WEEKLY;UNTIL=20260430T215959Z");
    }
}
