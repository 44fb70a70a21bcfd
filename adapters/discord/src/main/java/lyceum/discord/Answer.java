package lyceum.discord;

import java.time.Duration;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What Discord answered to a request.
 *
 * @param status the HTTP status; {@link #UNREACHABLE} where the request certainly never left
 * @param retryAfter how long to wait before it is asked again; zero where it did not say
 */
record Answer(int status, String body, Duration retryAfter) {
    static final int UNREACHABLE = 0;
    private static final Duration BREATH = Duration.ofMillis(500);
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAILS = 500;

    Answer {
        retryAfter = retryAfter.isZero() && status >= SERVER_FAILS ? BREATH : retryAfter;
    }

    boolean ok() {
        return status / 100 == 2;
    }

    boolean serverFails() {
        return status >= SERVER_FAILS;
    }

    /** Whether the same request may succeed later. */
    boolean again() {
        return status == TOO_MANY || status == UNREACHABLE || serverFails();
    }

    DataObject object() {
        return DataObject.fromJson(body);
    }

    DataArray array() {
        return DataArray.fromJson(body);
    }

    /** Discord's own code of an error; 0 where it gave none. */
    int code() {
        try {
            return object().getInt("code", 0);
        } catch (ParsingException _) {
            return 0;
        }
    }
}
