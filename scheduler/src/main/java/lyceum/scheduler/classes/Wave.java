package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When each of many people is reminded of one date on one platform, of which only so many can be told a second. The first are told
 * at the nominal time and after it, while half of the time to the start is left; the others before it. So the last message leaves
 * well before the class begins, however many people there are, and nobody's place depends on how many come after them.
 *
 * @param pace people a second, or null for no limit
 */
record Wave(Instant starts, Duration lead, @Nullable Integer pace) {
    /** @param place of a person among those who are reminded, from 0 */
    Instant due(long place) {
        Instant nominal = starts.minus(lead);
        if (pace == null) {
            return nominal;
        }
        long after = lead.dividedBy(2).toSeconds() * pace;
        long slot = place < after ? place : after - place - 1;
        return nominal.plusMillis(slot * 1_000 / pace);
    }

    /** What is told at once, in turn, as a change of plans. */
    static Instant atOnce(Instant now, long place, @Nullable Integer pace) {
        return pace == null ? now : now.plusMillis(place * 1_000 / pace);
    }
}
