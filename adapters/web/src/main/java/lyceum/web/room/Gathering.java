package lyceum.web.room;

import java.time.Duration;

/**
 * How long lines gather before they go out in one frame: at least as long as it took to hand the last ones to everybody. So a crowd gets
 * fewer and fuller frames, and never costs a thread more than half of its time.
 */
final class Gathering {
    static final Duration LEAST = Duration.ofMillis(50);
    private static final Duration MOST = Duration.ofMillis(250);

    private Gathering() {}

    /** @param telling how long it took to hand the last lines to everybody */
    static Duration after(Duration telling) {
        Duration atMost = telling.compareTo(MOST) < 0 ? telling : MOST;
        return atMost.compareTo(LEAST) > 0 ? atMost : LEAST;
    }
}
