package lyceum.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import lyceum.kernel.document.Say;

/** What came of one request to Helix. */
sealed interface Reply {
    /** It was done; {@code body} is a missing node where there is nothing to say. */
    record Ok(JsonNode body) implements Reply {}

    /**
     * It was certainly not done.
     *
     * @param words Twitch's, without secrets
     * @param pause how long to wait before any other request; zero where Twitch asks for none
     */
    record No(int status, String words, Duration pause) implements Reply {}

    /** Nothing was sent, so it was certainly not done. */
    record Unsent(Say why) implements Reply {}

    /**
     * Nobody knows whether it was done: the answer is missing, or the server failed while it worked.
     *
     * @param status 0 where no answer came
     */
    record Lost(int status, Say why) implements Reply {}
}
