package lyceum.kernel.id;

/** The common spelling of ids: {@code platform:value}, and {@code platform:room/value} for what lives in a room. */
final class Ids {
    private Ids() {}

    static int colon(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("an id is written platform:value, not '" + text + "'");
        }
        return colon;
    }

    static void requirePlain(String value) {
        if (value.isEmpty() || value.indexOf('/') >= 0) {
            throw new IllegalArgumentException("an id's value is not empty and has no '/': '" + value + "'");
        }
    }
}
