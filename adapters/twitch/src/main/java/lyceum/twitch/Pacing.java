package lyceum.twitch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Keeps the hub within Twitch's documented rates, also over a restart: who breaks them is muted for half an hour. 100 lines in 30 s
 * for a moderator, 20 for anybody else, who also waits a second between two; with room for clocks that differ.
 */
final class Pacing {
    private static final int OF_MODERATORS = 95;
    private static final int OF_OTHERS = 18;
    private static final Duration SPAN = Duration.ofMillis(31_500);
    private static final Duration SLOW = Duration.ofMillis(1_300);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Notebook notebook;
    private final boolean limited;
    private volatile boolean moderator;
    private Instant silentUntil = Instant.MIN;

    Pacing(TwitchSettings.Pace pace, InstantSource clock, Notebook notebook) {
        this.limited = pace == TwitchSettings.Pace.DOCUMENTED;
        this.clock = clock;
        this.notebook = notebook;
    }

    /** What the chat says of the hub's own account. */
    void standing(boolean moderates) {
        moderator = moderates;
    }

    /** How long to wait before speaking; zero means now, and then {@link #speaking} must follow. */
    synchronized Duration ask() {
        Instant now = clock.instant();
        Duration asked = until(silentUntil, now);
        if (!asked.isZero() || !limited) {
            return asked;
        }
        List<Instant> sent = notebook.sent().stream()
                .filter(at -> at.isAfter(now.minus(SPAN)) && !at.isAfter(now))
                .toList();
        int most = moderator ? OF_MODERATORS : OF_OTHERS;
        if (sent.size() >= most) {
            return until(sent.get(sent.size() - most).plus(SPAN), now);
        }
        return moderator || sent.isEmpty()
                ? Duration.ZERO
                : until(sent.getLast().plus(SLOW), now);
    }

    /** A line is about to leave. */
    synchronized void speaking() {
        if (limited) {
            notebook.sent(clock.instant());
        }
    }

    /** How long Twitch itself asks to wait, whatever is to be done. */
    synchronized Duration silence() {
        return until(silentUntil, clock.instant());
    }

    /** Twitch asks to wait; a wait is at most a minute, so that clocks that differ cost no more. */
    synchronized void silence(Duration asked) {
        Duration wait = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        silentUntil = clock.instant().plus(wait);
    }

    private static Duration until(Instant then, Instant now) {
        return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    }
}
