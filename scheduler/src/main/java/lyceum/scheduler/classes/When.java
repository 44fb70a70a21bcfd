package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.person.Language;

/** Times as people read them. */
final class When {
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Language.EN.locale());
    private static final DateTimeFormatter CHINESE =
            DateTimeFormatter.ofPattern("uuuu年M月d日EEEE HH:mm", Language.ZH.locale());

    private When() {}

    /** Day and time on the wall at a place, and the place: {@code Sunday 1 March 2026, 19:00 (Asia/Shanghai)}. */
    static Text at(Instant instant, ZoneId zone, Language language) {
        DateTimeFormatter format = language == Language.ZH ? CHINESE : ENGLISH;
        return Text.of(format.format(instant.atZone(zone)) + " (" + zone.getId() + ")");
    }

    /** A while in its largest whole unit: 1 day, 2 hours, 5 minutes; never nothing. */
    static Say in(Duration whole) {
        long minutes = Math.max(1, (whole.toSeconds() + 30) / 60);
        long hours = (minutes + 30) / 60;
        if (minutes < 60) {
            return counted(minutes, "minute");
        }
        return hours < 24 ? counted(hours, "hour") : counted((hours + 12) / 24, "day");
    }

    private static Say counted(long number, String unit) {
        return Phrase.of("classes." + unit + (number == 1 ? "" : "s"), String.valueOf(number));
    }
}
