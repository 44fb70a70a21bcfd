package lyceum.community.members.access;

import java.time.Duration;

/**
 * What a plan costs in Telegram's Stars.
 *
 * @param price of one payment
 * @param lasts how long one payment counts
 * @param renewed whether Telegram takes the price again each time, until the person ends it
 */
public record Stars(long price, Duration lasts, boolean renewed) {
    /** The only time after which Telegram takes Stars again. */
    public static final Duration MONTH = Duration.ofDays(30);

    static final String CURRENCY = "XTR";
}
