package lyceum.hub;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import lyceum.kernel.id.MessageId;

/** How one try of an effect ended. */
sealed interface End {
    /** Whether nothing more is to be done about the effect. */
    default boolean isFinal() {
        return switch (this) {
            case Stood _, Impossible _ -> true;
            case Postponed _, Barred _, Unknown _, Defect _, Apart _ -> false;
        };
    }

    /** For the log and the console; without secrets, and without what anybody said. */
    default String reason() {
        return switch (this) {
            case Stood _ -> "stands";
            case Postponed postponed -> postponed.why();
            case Barred barred -> barred.why();
            case Unknown unknown -> "no answer: " + unknown.why();
            case Defect defect -> "defect in the adapter: " + defect.why();
            case Impossible impossible -> impossible.why();
            case Apart apart -> "refused as one message: " + apart.why();
        };
    }

    /** It stands. */
    record Stood(List<MessageId> messages) implements End {}

    /** Certainly not done; worth another try after {@code delay}. */
    record Postponed(Duration delay, String why) implements End {}

    /** Certainly not done; to be done once somebody mends what {@code why} says. */
    record Barred(String why) implements End {}

    /** The answer is missing: it may stand. */
    record Unknown(String why) implements End {
        /** Names the kind of failure only: its message may hold an address with a secret. */
        static Unknown of(UncheckedIOException e) {
            Throwable cause = e.getCause();
            return new Unknown((cause == null ? e : cause).getClass().getSimpleName());
        }
    }

    /** The adapter failed in a way that it should not. */
    record Defect(String why) implements End {}

    /** Refused as the one message of several rows: each of them is to be tried alone. */
    record Apart(String why) implements End {}

    /** Never to be done. */
    record Impossible(String why) implements End {}
}
