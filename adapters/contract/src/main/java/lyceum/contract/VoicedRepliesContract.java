package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Talk.MessagePosted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The law of platforms where also what is said in somebody else's name can be tied to the message that it answers. */
public interface VoicedRepliesContract extends OnStage {
    @Test
    @DisplayName("An answer in another's name is shown as a reply")
    default void anAnswerInAnothersNameIsTiedToItsMessage() {
        String question = scene().fresh("is a queue a list?");
        String answer = scene().fresh("sometimes");
        String asked = scene().stage().say("bob", question);
        MessagePosted heard = scene().ears().hear(question);

        scene().deliver(scene().post(Document.of(Text.of(answer)), new Voice("carla", null))
                .answering(heard.message()));

        assertThat(scene().stands(answer).replyTo()).isEqualTo(asked);
    }
}
