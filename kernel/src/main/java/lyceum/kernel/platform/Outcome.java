package lyceum.kernel.platform;

import java.time.Duration;
import java.util.List;
import lyceum.kernel.document.Say;
import lyceum.kernel.id.MessageId;

/** What came of one request. A lost connection or a missing answer is no outcome but an exception: nobody knows what came of it. */
public sealed interface Outcome {
    /** It stands; {@code messages} is empty for a deletion or a private answer that has no id. */
    record Done(List<MessageId> messages) implements Outcome {
        public Done {
            messages = List.copyOf(messages);
        }

        public static Done of(MessageId... messages) {
            return new Done(List.of(messages));
        }
    }

    /** Not done, and certainly so; to be tried again after {@code delay} (a 429's retry_after, a 5xx that says so, the adapter's own pace). */
    record Later(Duration delay, Say reason) implements Outcome {}

    /**
     * Not done, and it will be once somebody gives the hub back what it lost: a permission, a token. The lane waits for that, and goes
     * on by itself; {@code reason} says which click mends it, without secrets.
     */
    record Barred(Say reason) implements Outcome {}

    /** Not done, and no repetition will help; {@code reason} says which click mends it, without secrets. */
    record Refused(Say reason) implements Outcome {}
}
