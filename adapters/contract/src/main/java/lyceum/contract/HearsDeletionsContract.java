package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessagePosted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The law of platforms that tell when a person takes a message back. */
public interface HearsDeletionsContract extends OnStage {
    @Test
    @DisplayName("What a person takes back is brought as a deletion of that message")
    default void aPersonsDeletionIsBrought() {
        String words = scene().fresh("never mind");
        String said = scene().stage().say("ann", words);
        MessagePosted posted = scene().ears().hear(words);

        scene().stage().delete("ann", said);

        MessageDeleted deleted = scene().ears()
                .hear(MessageDeleted.class, event -> event.message().equals(posted.message()));
        assertThat(deleted.key()).isNotNull().isNotEqualTo(posted.key());
    }
}
