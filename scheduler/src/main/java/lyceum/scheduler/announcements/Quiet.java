package lyceum.scheduler.announcements;

import java.time.LocalDateTime;
import java.time.LocalTime;

/** The hours of a day in which nothing is told that can wait, also over midnight; equal ends mean that there are none. */
public record Quiet(LocalTime from, LocalTime to) {
    boolean at(LocalTime time) {
        boolean late = !time.isBefore(from);
        boolean early = time.isBefore(to);
        return from.isAfter(to) ? late || early : late && early;
    }

    /** When it may be told: then, or when the quiet hours are over. */
    LocalDateTime after(LocalDateTime time) {
        if (!at(time.toLocalTime())) {
            return time;
        }
        LocalDateTime end = time.toLocalDate().atTime(to);
        return end.isAfter(time) ? end : end.plusDays(1);
    }
}
