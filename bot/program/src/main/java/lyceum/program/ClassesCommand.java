package lyceum.program;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lyceum.kernel.document.Say;
import lyceum.scheduler.certificate.Checked;
import lyceum.scheduler.recurrence.Bound;
import lyceum.scheduler.recurrence.Occurrence;
import lyceum.scheduler.recurrence.Recurrence;
import lyceum.scheduler.recurrence.Refused;
import lyceum.scheduler.recurrence.Rule;
import lyceum.scheduler.recurrence.Times;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** {@code classes occurrences} and {@code classes verify}. */
final class ClassesCommand {
    private static final int USAGE = 2;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final Wording wording;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Times times = new Times();

    ClassesCommand(Wording wording, PrintWriter out, PrintWriter err) {
        this.wording = wording;
        this.out = out;
        this.err = err;
    }

    /** Prints all dates or, where something is wrong, none. */
    int occurrences(ParseResult typed) {
        try {
            StringBuilder lines = new StringBuilder();
            for (Occurrence date : dates(typed)) {
                lines.append("{\"instant\":\"").append(INSTANT.format(date.instant()));
                lines.append("\",\"local\":\"").append(LOCAL.format(date.at())).append("\"}\n");
            }
            out.print(lines);
            out.flush();
            return 0;
        } catch (Refused e) {
            err.println("lyceum: " + wording.say(e.phrase()));
            return USAGE;
        }
    }

    int verify(ParseResult typed) throws IOException {
        Path file = typed.matchedPositionalValue(0, Path.of(""));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            err.println("lyceum: " + wording.say("error.no-file", file.toString()));
            return USAGE;
        }
        Checked checked = Checked.of(Files.readAllBytes(file));
        for (Say line : checked.lines()) {
            out.println(wording.say(line));
        }
        return checked.valid() ? 0 : 1;
    }

    private List<Occurrence> dates(ParseResult typed) throws Refused {
        Recurrence recurrence = recurrence(typed);
        @Nullable String until = typed.matchedOptionValue("--until", null);
        @Nullable String count = typed.matchedOptionValue("--count", null);
        if (until != null && count != null) {
            throw new Refused("two-bounds");
        }
        if (recurrence.endless() && until == null && count == null) {
            throw new Refused("endless");
        }
        if (until == null) {
            return recurrence.dates(_ -> true, count == null ? Integer.MAX_VALUE : count(count));
        }
        Bound bound = times.bound(until);
        Predicate<Occurrence> wanted = bound::includes;
        return recurrence.dates(wanted, Integer.MAX_VALUE);
    }

    private Recurrence recurrence(ParseResult typed) throws Refused {
        ZoneId zone = times.zone(typed.matchedOptionValue("--zone", ""));
        LocalDateTime start = times.local(typed.matchedOptionValue("--start", ""));
        @Nullable String rule = typed.matchedOptionValue("--rrule", null);
        return new Recurrence(
                start,
                zone,
                rule == null ? null : Rule.parse(rule),
                exceptions(typed, "--exdate", start),
                exceptions(typed, "--rdate", start));
    }

    private Set<LocalDateTime> exceptions(ParseResult typed, String option, LocalDateTime start) throws Refused {
        List<String> written = typed.matchedOptionValue(option, new ArrayList<>());
        if (written.size() > Recurrence.MOST_EXCEPTIONS) {
            throw new Refused("many-exceptions", String.valueOf(Recurrence.MOST_EXCEPTIONS));
        }
        Set<LocalDateTime> found = new HashSet<>();
        for (String each : written) {
            found.add(times.exception(each, start.toLocalTime()));
        }
        return found;
    }

    private static int count(String typed) throws Refused {
        if (!typed.matches("0*[1-9][0-9]{0,5}") || Integer.parseInt(typed) > Recurrence.MOST_DATES) {
            throw new Refused("bad-count", Refused.shortened(typed), String.valueOf(Recurrence.MOST_DATES));
        }
        return Integer.parseInt(typed);
    }
}
