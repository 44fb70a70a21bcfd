package lyceum.program.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times for which the hub has said in a room that another place was not heard. */
final class Gaps {
    private static final Pattern MARKER =
            Pattern.compile("was not heard from (?:[-0-9]+ )?([0-9:]{8}) to (?:[-0-9]+ )?([0-9:]{8})");
    /** The marks have whole seconds, and what was heard last may not have been kept yet. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final List<Gap> gaps;

    private Gaps(List<Gap> gaps) {
        this.gaps = gaps;
    }

    private record Gap(LocalTime from, LocalTime until) {
        /** Also over midnight. */
        boolean holds(LocalTime time) {
            return from.isBefore(until)
                    ? !time.isBefore(from) && !time.isAfter(until)
                    : !time.isBefore(from) || !time.isAfter(until);
        }
    }

    static Gaps in(List<Crowd.Line> room) {
        return new Gaps(room.stream()
                .filter(Crowd.Line::bot)
                .map(line -> MARKER.matcher(line.text()))
                .filter(Matcher::find)
                .map(found -> new Gap(
                        LocalTime.parse(found.group(1)).minus(SLACK),
                        LocalTime.parse(found.group(2)).plus(SLACK).plus(SLACK)))
                .toList());
    }

    int count() {
        return gaps.size();
    }

    /** Whether what was said at this time may be missing. */
    boolean hold(Instant time) {
        LocalTime at = time.atZone(ZoneOffset.UTC).toLocalTime();
        return gaps.stream().anyMatch(gap -> gap.holds(at));
    }
}
