package lyceum.scheduler.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.id.RoomId;
import lyceum.scheduler.classes.LiveClass;
import lyceum.scheduler.recurrence.Recurrence;
import lyceum.scheduler.recurrence.Refused;
import lyceum.scheduler.recurrence.Rule;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;

/** The feed is understood by a parser that is not ours. */
class ClassCalendarTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-03-08T19:00");

    private static LiveClass weekly(
            String zone, LiveClass.State state, Map<LocalDateTime, Optional<LocalDateTime>> exceptions) throws Refused {
        Recurrence recurrence = new Recurrence(
                FIRST, ZoneId.of(zone), Rule.parse("FREQ=WEEKLY;UNTIL=20260430"), Set.of(), Set.of());
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
    void aWeeklyClassStandsOnTheSameLocalTimeOverTheChangeOfClocks() throws Exception {
        Calendar calendar = parsed(weekly("Europe/Berlin", state(0, false), Map.of()));

        VEvent event = events(calendar).getFirst();
        Set<Period<ZonedDateTime>> dates = event.calculateRecurrenceSet(new Period<>(
                ZonedDateTime.parse("2026-03-20T00:00:00+01:00[Europe/Berlin]"),
                ZonedDateTime.parse("2026-04-10T00:00:00+02:00[Europe/Berlin]")));
        assertThat(dates.stream().map(date -> date.getStart().toInstant()))
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-03-22T18:00:00Z"),
                        Instant.parse("2026-03-29T17:00:00Z"),
                        Instant.parse("2026-04-05T17:00:00Z"));
        assertThat(event.getSummary().getValue()).isEqualTo("图论, Graphs; part 1");
        assertThat(event.getAlarms()).hasSize(3);
        assertThat(calendar.<CalendarComponent>getComponents(Component.VTIMEZONE)).hasSize(1);
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
        VEvent before = events(parsed(weekly("Asia/Shanghai", state(0, false), Map.of()))).getFirst();
        VEvent after = events(parsed(weekly("Asia/Shanghai", state(1, true), Map.of()))).getFirst();

        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(before.getProperty(Property.SEQUENCE).orElseThrow().getValue()).isEqualTo("0");
        assertThat(after.getProperty(Property.SEQUENCE).orElseThrow().getValue()).isEqualTo("1");
        assertThat(after.getProperty(Property.STATUS).orElseThrow().getValue()).isEqualTo("CANCELLED");
    }

    @Test
    void aRuleThatEndsOnADayEndsAtTheLastSecondOfThatDayThere() throws Exception {
        String feed = ClassCalendar.of(
                "Algorithm School", List.of(weekly("Europe/Berlin", state(0, false), Map.of())), NOW);

        assertThat(feed).contains("RRULE:FREQ=WEEKLY;UNTIL=20260430T215959Z");
    }
}
