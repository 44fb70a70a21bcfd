package lyceum.web.room;

/** How many messages of any kind one connection may send: far more than a page ever does, far less than would cost others. One thread. */
final class Flood {
    private static final int AT_ONCE = 200;
    private static final double NANOS = 1e9;

    private final double perNano;
    private double left = AT_ONCE;
    private long at;

    /** @param aSecond what one connection may send for long */
    Flood(int aSecond, long now) {
        this.perNano = aSecond / NANOS;
        this.at = now;
    }

    /** Whether one message more is too many. */
    boolean isOver(long now) {
        left = Math.min(AT_ONCE, left + (now - at) * perNano) - 1;
        at = now;
        return left < 0;
    }
}
