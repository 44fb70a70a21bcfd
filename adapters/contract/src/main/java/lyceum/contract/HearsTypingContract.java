package lyceum.contract;

import static org.awaitility.Awaitility.await;

import lyceum.kernel.id.AuthorId;
import lyceum.kernel.platform.HearsTyping.Typist;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The law of platforms that tell when somebody types. */
public interface HearsTypingContract extends OnStage {
    @Test
    @DisplayName("That a person types is told with their account and room, and nothing of it is an event")
    default void whoTypesIsTold() {
        String words = scene().fresh("soon");
        scene().stage().say("ann", words);
        AuthorId ann = scene().ears().hear(words).speaker().id();

        scene().stage().type("ann");

        await().until(() -> scene().typists().contains(new Typist(ann, scene().room())));
    }
}
