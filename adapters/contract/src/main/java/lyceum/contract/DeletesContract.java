package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Deletes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms where a message can be taken away. */
public interface DeletesContract extends OnStage {
    @Test
    @DisplayName("A message of the hub is gone after a deletion, in its own name and in another's")
    default void theHubsMessageIsGone() {
        String words = scene().fresh("mistake");
        MessageId mine = scene().deliver(scene().post(Text.of(words + " mine"))).getFirst();
        MessageId voiced = scene().deliver(
                        scene().post(Document.of(Text.of(words + " voiced")), new Voice("bob", null)))
                .getFirst();

        delete(mine);
        delete(voiced);

        assertThat(scene().standing(words)).isEmpty();
    }

    @Test
    @DisplayName("A person's message is gone after a deletion")
    default void aPersonsMessageIsGone() {
        String words = scene().fresh("buy followers");
        scene().stage().say("bob", words);

        delete(scene().ears().hear(words).message());

        assertThat(scene().standing(words)).isEmpty();
    }

    @Test
    @DisplayName("A deletion twice is the same as once")
    default void aDeletionTwiceIsOnce() {
        String words = scene().fresh("away");
        MessageId message = scene().deliver(scene().post(Text.of(words))).getFirst();

        delete(message);
        delete(message);

        assertThat(scene().standing(words)).isEmpty();
    }

    private void delete(MessageId message) {
        scene().insist(platform -> ((Deletes) platform).delete(new Delete(message, "contract:")));
    }
}
