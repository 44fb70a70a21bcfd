package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/** A method of the Bot API: answers {@code result} or throws {@link ApiError}. */
@FunctionalInterface
interface Method {
    JsonNode answer(Ask ask);
}
