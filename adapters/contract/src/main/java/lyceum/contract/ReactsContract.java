package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Reacts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms where an emoji can be put on a message. */
public interface ReactsContract extends OnStage {
    @Test
    @DisplayName("The hub's emoji stands on a message, once, and goes when it is not wanted any more")
    default void theHubsEmojiStandsAndGoes() {
        String words = scene().fresh("well done");
        MessageId message = scene().deliver(scene().post(Text.of(words))).getFirst();

        react(message, List.of("🎉"), List.of());
        react(message, List.of("🎉"), List.of());
        assertThat(scene().stands(words).reactions()).containsOnlyKeys("🎉");
        assertThat(scene().stands(words).reactions().get("🎉")).hasSize(1);

        react(message, List.of("👍"), List.of("🎉"));
        assertThat(scene().stands(words).reactions()).containsOnlyKeys("👍");

        react(message, List.of(), List.of("👍"));
        assertThat(scene().stands(words).reactions()).isEmpty();
    }

    @Test
    @DisplayName("An emoji that the platform does not take is left out")
    default void whatIsNotTakenIsLeftOut() {
        String words = scene().fresh("odd");
        MessageId message = scene().deliver(scene().post(Text.of(words))).getFirst();

        react(message, List.of("no emoji", "👍"), List.of());

        assertThat(scene().stands(words).reactions()).containsOnlyKeys("👍");
    }

    @Test
    @DisplayName("What a person puts on a message and takes away again is brought; the hub's own is not")
    default void aPersonsEmojiIsBrought() {
        String words = scene().fresh("look");
        String said = scene().stage().say("ann", words);
        MessagePosted posted = scene().ears().hear(words);
        react(posted.message(), List.of("👀"), List.of());

        scene().stage().react("bob", said, "🎉", true);
        scene().stage().react("bob", said, "🎉", false);

        ReactionChanged gone = scene().ears()
                .hear(ReactionChanged.class, change -> change.message().equals(posted.message()) && !change.there());
        assertThat(gone.emoji()).isEqualTo("🎉");
        assertThat(scene().ears().all(ReactionChanged.class))
                .filteredOn(change -> change.message().equals(posted.message()))
                .extracting(ReactionChanged::emoji)
                .containsExactly("🎉", "🎉");
    }

    private void react(MessageId message, List<String> emojis, List<String> before) {
        scene().insist(platform -> ((Reacts) platform).react(new React(message, emojis, before, "contract:")));
    }
}
