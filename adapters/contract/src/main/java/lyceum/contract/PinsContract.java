package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Pins;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms where a message can be kept in sight. */
public interface PinsContract extends OnStage {
    /** The messages of the room that are pinned, as the platform tells, or at least the newest of them. */
    List<String> pinned();

    /** Somebody lets go of a message, on the platform itself. */
    void unpinByHand(String message);

    /** The same platform, let in as a bot without the right to pin. */
    Pins powerless();

    @Test
    @DisplayName("A message is kept in sight and let go; twice is the same as once, and is told once")
    default void aMessageIsKeptInSight() {
        MessageId message = said("the next class");
        int before = scene().stage().messages().size();

        pin(message, true);
        int told = scene().stage().messages().size();
        pin(message, true);
        assertThat(pinned()).contains(message.value());
        assertThat(scene().stage().messages()).hasSize(told);
        assertThat(told).isBetween(before, before + 1);

        pin(message, false);
        pin(message, false);
        assertThat(pinned()).doesNotContain(message.value());
    }

    @Test
    @DisplayName("What somebody let go of by hand is kept in sight again when it is asked for again")
    default void aHandIsPutRight() {
        MessageId message = said("the class after it");
        pin(message, true);
        unpinByHand(message.value());

        pin(message, true);

        assertThat(pinned()).contains(message.value());
        pin(message, false);
    }

    @Test
    @DisplayName("A message that is gone is no error")
    default void aMessageThatIsGoneIsNoError() {
        MessageId message = said("soon gone");
        scene().insist(platform -> ((Deletes) platform).delete(new Delete(message, "contract:")));

        pin(message, true);
        pin(message, false);

        assertThat(pinned()).doesNotContain(message.value());
    }

    @Test
    @DisplayName("Without the right to it the refusal names the click that gives it")
    default void aMissingRightIsTold() {
        MessageId message = said("not in sight");

        Outcome outcome = powerless().pin(new Pin(message, true, "contract:"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(Phrases.english(refused.reason())).contains("Pin messages"));
    }

    private MessageId said(String words) {
        return scene().deliver(scene().post(Text.of(scene().fresh(words)))).getFirst();
    }

    private void pin(MessageId message, boolean pinned) {
        scene().insist(platform -> ((Pins) platform).pin(new Pin(message, pinned, "contract:")));
    }
}
