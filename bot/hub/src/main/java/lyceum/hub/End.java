package lyceum.hub;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
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
    default Say reason() {
        return switch (this) {
            case Stood _ -> Text.EMPTY;
            case Postponed postponed -> postponed.why();
            case Barred barred -> barred.why();
            case Unknown unknown -> Phrase.of("hub.no-answer", unknown.why());
            case Defect defect -> Phrase.of("hub.adapter-defect", defect.why());
            case Impossible impossible -> impossible.why();
            case Apart apart -> Phrase.of("hub.refused-together", apart.why());
        };
    }

    /** It stands. */
    record Stood(List<MessageId> messages) implements End {}

    /** Certainly not done; worth another try after {@code delay}. */
    record Postponed(Duration delay, Say why) implements End {}

    /** Certainly not done; to be done once somebody mends what {@code why} says. */
    record Barred(Say why) implements End {}

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
    record Apart(Say why) implements End {}

    /** Never to be done. */
    record Impossible(Say why) implements End {}
}
