package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import lyceum.kernel.document.Say;
import org.jspecify.annotations.Nullable;

/** What came of one request to the Bot API. */
sealed interface Reply {
    /** It was done. */
    record Ok(JsonNode result) implements Reply {}

    /**
     * It was certainly not done.
     *
     * @param description Telegram's words, without the token
     * @param movedTo the chat that took the place of the one that was asked for, or null
     */
    record No(
            int code,
            String description,
            @Nullable Duration retryAfter,
            @Nullable Long movedTo) implements Reply {}

    /** Nothing was sent, so it was certainly not done; {@code why} has no secrets. */
    record Unsent(Say why) implements Reply {}

    /** Nobody knows whether it was done; {@code why} has no secrets. */
    record Lost(Say why) implements Reply {}

    /** Something answered that is not JSON; as unclear as {@link Lost}. */
    record Garbled(String raw) implements Reply {}
}
