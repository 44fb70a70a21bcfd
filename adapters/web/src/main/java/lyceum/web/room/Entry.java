package lyceum.web.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a room, as it is kept.
 *
 * @param seq grows for ever; the cursor of who has seen it
 * @param onlyFor the one account that may see it, or null
 * @param author the account that said it, or null for the hub
 * @param body what viewers get, a JSON object without the number
 */
record Entry(
        long seq,
        String room,
        String line,
        Kind kind,
        @Nullable String author,
        @Nullable String onlyFor,
        String body) {

    /** What viewers get. */
    String json() {
        return "{\"seq\":" + seq + "," + body.substring(1);
    }

    /** A change's body, with the numbers under which the line was told before: their words are nobody's any more. */
    static String instead(String body, List<Long> was) {
        return body.substring(0, body.length() - 1) + ",\"was\":" + was + "}";
    }

    boolean isFor(@Nullable String account) {
        return onlyFor == null || onlyFor.equals(account);
    }

    /** What happened to the line. */
    enum Kind {
        SAID,
        EDITED,
        DELETED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
