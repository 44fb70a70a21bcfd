package lyceum.scheduler.recurrence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lyceum.kernel.person.Zones;

/** Reads the times and zones that people write: 2026-03-01T19:00, with a space, with seconds, or as in calendar files 20260301T190000. */
public final class Times {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})"
            + "(?:(?:[T ]| +)([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:\\.0+)?)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?");

    private final Zones zones = new Zones();

    public ZoneId zone(String typed) throws Refused {
        var found = zones.find(typed);
        if (found.isPresent()) {
            return found.get();
        }
        List<ZoneId> nearest = zones.nearest(typed);
        throw new Refused(
                "unknown-zone",
                Refused.shortened(typed),
                nearest.stream().map(ZoneId::getId).collect(Collectors.joining(", ")));
    }

    /** A local date and time, without an offset. */
    public LocalDateTime local(String typed) throws Refused {
        Matcher written = matched(typed);
        if (written.group(4) == null || written.group(7) != null) {
            throw new Refused("not-local", Refused.shortened(typed));
        }
        return dateTime(written, typed);
    }

    /** A local date and time; a date alone means that day at the class's own time. */
    public LocalDateTime exception(String typed, LocalTime usual) throws Refused {
        Matcher written = matched(typed);
        if (written.group(7) != null) {
            throw new Refused("not-local", Refused.shortened(typed));
        }
        return written.group(4) == null ? date(written, typed).atTime(usual) : dateTime(written, typed);
    }

    /** A date, a local time or an instant. */
    public Bound bound(String typed) throws Refused {
        return readBound(typed);
    }

    static Bound readBound(String typed) throws Refused {
        Matcher written = matched(typed);
        if (written.group(4) == null) {
            return new Bound.Day(date(written, typed));
        }
        LocalDateTime time = dateTime(written, typed);
        String offset = written.group(7);
        return offset == null ? new Bound.Local(time) : new Bound.Moment(instant(time, offset, typed));
    }

    private static Matcher matched(String typed) throws Refused {
        Matcher written = WRITTEN.matcher(typed.strip());
        if (!written.matches()) {
            throw new Refused("no-date", Refused.shortened(typed));
        }
        return written;
    }

    private static LocalDate date(Matcher written, String typed) throws Refused {
        try {
            return LocalDate.of(number(written, 1), number(written, 2), number(written, 3));
        } catch (DateTimeException e) {
            throw new Refused("impossible-date", Refused.shortened(typed));
        }
    }

    private static LocalDateTime dateTime(Matcher written, String typed) throws Refused {
        LocalDate date = date(written, typed);
        try {
            return date.atTime(
                    number(written, 4), number(written, 5), written.group(6) == null ? 0 : number(written, 6));
        } catch (DateTimeException e) {
            throw new Refused("impossible-date", Refused.shortened(typed));
        }
    }

    private static Instant instant(LocalDateTime time, String offset, String typed) throws Refused {
        try {
            return OffsetDateTime.of(time, ZoneOffset.of(offset)).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("impossible-date", Refused.shortened(typed));
        }
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }
}
