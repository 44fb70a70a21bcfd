package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Voice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Laws of every platform: faults and absences lose nothing. */
public interface EnduringContract extends OnStage {
    @Test
    @DisplayName("A post that meets too many requests stands once after a later try")
    default void tooManyRequestsLoseNothing() {
        String words = scene().fresh("patience");
        scene().stage().suffer(Fault.TOO_MANY_REQUESTS, 1);

        scene().deliver(scene().post(Document.of(Text.of(words)), new Voice("bob", null)));

        scene().stands(words);
    }

    @Test
    @DisplayName("A post that meets a failing server stands once after a later try")
    default void aServerErrorLosesNothing() {
        String words = scene().fresh("persistence");
        scene().stage().suffer(Fault.SERVER_ERROR, 2);

        scene().deliver(scene().post(Text.of(words)));

        scene().stands(words);
    }

    @Test
    @DisplayName("A frame that comes twice has the same key twice")
    default void aRepeatedFrameHasTheSameKey() {
        String words = scene().fresh("twice");
        scene().stage().suffer(Fault.DUPLICATE, 1);

        scene().stage().say("ann", words);
        scene().stage().say("ann", words + " after");

        scene().ears().hear(words + " after");
        assertThat(scene().ears().words(words)).containsExactly(words, words + " after");
    }

    @Test
    @DisplayName("A platform that is connected says so")
    default void aConnectedPlatformIsUp() {
        assertThat(scene().platform().health().up()).isTrue();
    }
}
