package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/**
 * A message that is not yet sent.
 *
 * @param from the sender's account; in a channel it is kept, and the channel shown as the sender
 * @param body the text, or the caption of what {@code fields} holds
 * @param fields everything else, as it shall stand in the Bot API's Message
 * @param thread the topic's id, 0 for none
 * @param replyTo the message in the same chat that it answers, 0 for none
 * @param keyboard the inline keyboard, or null
 */
record Draft(
        long from,
        Formatted body,
        ObjectNode fields,
        long thread,
        long replyTo,
        @Nullable ObjectNode keyboard) {

    static Draft of(long from, Formatted body) {
        return new Draft(from, body, Json.object(), 0, 0, null);
    }

    /** A message by which the chat says what happened in it. */
    static Draft service(long from, ObjectNode fields) {
        return new Draft(from, Formatted.EMPTY, fields, 0, 0, null);
    }

    Draft in(long thread) {
        return new Draft(from, body, fields, thread, replyTo, keyboard);
    }

    Draft answering(long message) {
        return new Draft(from, body, fields, thread, message, keyboard);
    }

    Draft with(ObjectNode otherFields) {
        return new Draft(from, body, otherFields, thread, replyTo, keyboard);
    }

    Draft saying(Formatted otherBody) {
        return new Draft(from, otherBody, fields, thread, replyTo, keyboard);
    }

    Draft keyed(@Nullable ObjectNode otherKeyboard) {
        return new Draft(from, body, fields, thread, replyTo, otherKeyboard);
    }
}
