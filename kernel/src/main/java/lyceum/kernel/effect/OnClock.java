package lyceum.kernel.effect;

import java.time.Instant;

/** What the clock does. A timer is kept in the table of timers and survives restarts. */
public sealed interface OnClock extends Effect {
    /** The timer's name, unique in the installation; begins with the feature's name and a colon. */
    String timer();

    /** Fires once at {@code due}, with {@code note}; replaces a timer of the same name. */
    record SetTimer(String timer, Instant due, String note) implements OnClock {}

    /** Forgets a timer; nothing happens where there is none. */
    record CancelTimer(String timer) implements OnClock {}
}
