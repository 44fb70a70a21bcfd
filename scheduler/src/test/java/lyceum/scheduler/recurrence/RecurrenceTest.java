package lyceum.scheduler.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates are what RFC 5545 says, and what another library says, also where clocks change. */
class RecurrenceTest {
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Sydney",
            "America/Sao_Paulo",
            "Africa/Cairo",
            "Asia/Kolkata",
            "Pacific/Auckland",
            "America/St_Johns",
            "Europe/London",
            "Asia/Tehran",
            "America/Santiago",
            "Pacific/Chatham",
            "Asia/Beirut",
            "Africa/Casablanca",
            "America/Havana",
            "Australia/Lord_Howe",
            "Asia/Tokyo",
            "America/Los_Angeles",
            "UTC");
    private static final int RULES = 500;
    private static final Duration YEARS = Duration.ofDays(1_200);

    private static List<String> dates(String start, String zone, String rule, int most) throws Refused {
        return dates(
                new Recurrence(LocalDateTime.parse(start), ZoneId.of(zone), Rule.parse(rule), Set.of(), Set.of()),
                most);
    }

    private static List<String> dates(Recurrence recurrence, int most) throws Refused {
        return recurrence.dates(_ -> true, most).stream()
                .map(date -> date.at().toOffsetDateTime().toString())
                .toList();
    }

    private static Set<LocalDateTime> locals(String text) {
        return Arrays.stream(text.split(" ")).map(LocalDateTime::parse).collect(Collectors.toSet());
    }

    @Test
    void fiveHundredRulesInTwentyZonesAreWhatAnotherLibrarySays() throws Refused {
        Rules chance = new Rules(20_260_301);
        List<String> different = new ArrayList<>();
        long compared = 0;
        for (int i = 0; i < RULES; i++) {
            ZoneId zone = ZoneId.of(ZONES.get(i % ZONES.size()));
            LocalDateTime start = chance.start();
            String rule = chance.rule();
            Instant end = start.plus(YEARS).atZone(zone).toInstant();
            List<Instant> ours = ours(new Recurrence(start, zone, Rule.parse(rule), Set.of(), Set.of()), end);
            List<Instant> theirs =
                    theirs(rule, start, zone, end).stream().limit(400).toList();
            compared += ours.size();
            if (!ours.equals(theirs)) {
                different.add(start + " " + zone + " " + rule + "\n  "
                        + ours.stream().limit(6).toList() + ours.size() + "\n  "
                        + theirs.stream().limit(6).toList() + theirs.size());
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(20_000);
    }

    /** A rule that gives nothing any more has given what there is. */
    private static List<Instant> ours(Recurrence recurrence, Instant end) {
        List<Instant> found = new ArrayList<>();
        Iterator<Occurrence> dates = recurrence.dates();
        try {
            while (found.size() < 400 && dates.hasNext()) {
                Occurrence next = dates.next();
                if (!next.instant().isBefore(end)) {
                    break;
                }
                found.add(next.instant());
            }
        } catch (NoMoreDates e) {
            assertThat(e.after()).isNotNull();
        }
        return found;
    }

    /**
     * The planned times by the other library, and the instants by the words of RFC 5545, 3.3.5; the start is a date in any case. The
     * other library begins weeks on Sunday where a rule does not say; RFC 5545, 3.3.10, begins them on Monday, so it is told.
     */
    private static List<Instant> theirs(String rule, LocalDateTime start, ZoneId zone, Instant end) {
        Set<Instant> instants = new TreeSet<>(List.of(instant(start, zone)));
        for (LocalDateTime local : new Recur<LocalDateTime>(rule.contains("WKST") ? rule : rule + ";WKST=MO")
                .getDates(start, start, start.plus(YEARS).plusDays(2))) {
            instants.add(instant(local, zone));
        }
        return instants.stream().filter(instant -> instant.isBefore(end)).toList();
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return local.toInstant(offsets.isEmpty() ? change.getOffsetBefore() : offsets.getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-28T02:30|Europe/Berlin|FREQ=DAILY;COUNT=3|2026-03-28T02:30+01:00 2026-03-29T03:30+02:00 2026-03-30T02:30+02:00",
                "2026-10-24T02:30|Europe/Berlin|FREQ=DAILY;COUNT=3|2026-10-24T02:30+02:00 2026-10-25T02:30+02:00 2026-10-26T02:30+01:00",
                "2026-03-29T00:30|Europe/Berlin|FREQ=MINUTELY;INTERVAL=30;COUNT=6|2026-03-29T00:30+01:00 2026-03-29T01:00+01:00 2026-03-29T01:30+01:00 2026-03-29T03:00+02:00 2026-03-29T03:30+02:00",
                "2026-01-05T10:00|Europe/Berlin|FREQ=WEEKLY;BYDAY=TU;COUNT=3|2026-01-05T10:00+01:00 2026-01-06T10:00+01:00 2026-01-13T10:00+01:00",
                "2026-01-06T10:00|Europe/Berlin|FREQ=WEEKLY;UNTIL=20260120T090000Z|2026-01-06T10:00+01:00 2026-01-13T10:00+01:00 2026-01-20T10:00+01:00",
                "2026-01-06T10:00|Europe/Berlin|FREQ=WEEKLY;UNTIL=20260120T085959Z|2026-01-06T10:00+01:00 2026-01-13T10:00+01:00",
                "2026-01-06T10:00|Europe/Berlin|FREQ=WEEKLY;UNTIL=20260113|2026-01-06T10:00+01:00 2026-01-13T10:00+01:00",
                "2024-02-29T10:00|UTC|FREQ=YEARLY;COUNT=3|2024-02-29T10:00Z 2028-02-29T10:00Z 2032-02-29T10:00Z",
                "2026-01-31T10:00|UTC|FREQ=MONTHLY;COUNT=3|2026-01-31T10:00Z 2026-03-31T10:00Z 2026-05-31T10:00Z",
                "1997-08-05T09:00|America/New_York|FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU|1997-08-05T09:00-04:00 1997-08-17T09:00-04:00 1997-08-19T09:00-04:00 1997-08-31T09:00-04:00",
                "1997-08-05T09:00|America/New_York|FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO|1997-08-05T09:00-04:00 1997-08-10T09:00-04:00 1997-08-19T09:00-04:00 1997-08-24T09:00-04:00",
                "1997-09-29T09:00|America/New_York|FREQ=MONTHLY;COUNT=4;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2|1997-09-29T09:00-04:00 1997-10-30T09:00-05:00 1997-11-27T09:00-05:00 1997-12-30T09:00-05:00",
                "2011-12-29T10:00|Pacific/Apia|FREQ=DAILY;COUNT=4|2011-12-29T10:00-10:00 2011-12-31T10:00+14:00 2012-01-01T10:00+14:00"
            })
    void theDatesAre(String start, String zone, String rule, String expected) throws Refused {
        assertThat(dates(start, zone, rule, 50)).containsExactly(expected.split(" "));
    }

    @Test
    void anExceptionTakesAwayADateAndStillCounts() throws Refused {
        Recurrence recurrence = new Recurrence(
                LocalDateTime.parse("2026-03-01T19:00"),
                ZoneId.of("Asia/Shanghai"),
                Rule.parse("FREQ=WEEKLY;COUNT=3"),
                locals("2026-03-01T19:00 2026-03-02T19:00"),
                Set.of());

        assertThat(dates(recurrence, 10)).containsExactly("2026-03-08T19:00+08:00", "2026-03-15T19:00+08:00");
    }

    @Test
    void extraDatesComeInOrderAndADateStandsOnce() throws Refused {
        Recurrence recurrence = new Recurrence(
                LocalDateTime.parse("2026-03-01T19:00"),
                ZoneId.of("UTC"),
                Rule.parse("FREQ=WEEKLY;COUNT=2"),
                locals("2026-03-09T10:00"),
                locals("2026-03-20T10:00 2026-03-08T19:00 2026-02-20T10:00 2026-03-09T10:00 2026-03-03T10:00"));

        assertThat(dates(recurrence, 10))
                .containsExactly(
                        "2026-02-20T10:00Z",
                        "2026-03-01T19:00Z",
                        "2026-03-03T10:00Z",
                        "2026-03-08T19:00Z",
                        "2026-03-20T10:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=FOO,rule-value", "FREQ=WEEKLY;BYDAY=XX,rule-value", "FREQ=DAILY;BYHOUR=25,rule-value",
        "BYDAY=MO,rule-freq", "FREQ=WEEKLY;COUNT=2;UNTIL=20260101,rule-two-ends", "FREQ=WEEKLY;COUNT=0,rule-value",
        "FREQ=WEEKLY;COUNT=x,rule-value", "FREQ=WEEKLY;INTERVAL=0,rule-value", "FREQ=WEEKLY;FREQ=DAILY,rule-twice",
        "FREQ=WEEKLY;HELLO=1,rule-part", "FREQ=WEEKLY;UNTIL=20260230,impossible-date", "FREQ=WEEKLY;UNTIL=soon,no-date",
        "FREQ=WEEKLY;BYMONTHDAY=3,rule-together", "FREQ=DAILY;BYSETPOS=1,rule-together", "'',rule-part",
        "FREQ=YEARLY;INTERVAL=99999999999999999999,rule-value"
    })
    void aRuleThatIsNoneIsRefusedByName(String rule, String why) {
        assertThatThrownBy(() -> Rule.parse(rule))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.phrase().key()).isEqualTo("classes." + why));
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;INTERVAL=1000000", "FREQ=MINUTELY;BYHOUR=3;BYMINUTE=7;BYMONTH=2;BYMONTHDAY=31"
    })
    void aRuleThatGivesNothingAnyMoreIsRefusedSoon(String rule) {
        assertThatThrownBy(() -> dates("2026-01-05T10:00", "UTC", rule, 5))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.phrase().key()).isEqualTo("classes.no-more-dates"));
    }

    @Test
    void tooManyDatesAreRefused() {
        assertThatThrownBy(() -> dates("2026-01-05T10:00", "UTC", "FREQ=SECONDLY", Integer.MAX_VALUE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.phrase().key()).isEqualTo("classes.many-dates"));
    }
}
