package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.ShowsTyping;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms that can show that somebody types. */
public interface ShowsTypingContract extends OnStage {
    @Test
    @DisplayName("That somebody types elsewhere is seen, and the hub does not hear itself typing")
    default void itIsSeen() {
        scene().as(ShowsTyping.class).showTyping(scene().room());

        await().until(() -> scene().stage().typing().contains("Lyceum"));
        assertThat(scene().typists())
                .noneMatch(typist -> typist.account().value().isEmpty());
    }

    @Test
    @DisplayName("Where it cannot be shown, nothing happens")
    default void elsewhereNothingHappens() {
        scene().as(ShowsTyping.class).showTyping(new RoomId(scene().room().platform(), "-404"));

        assertThat(scene().platform().health().up()).isTrue();
    }
}
