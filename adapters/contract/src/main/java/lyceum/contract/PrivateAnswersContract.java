package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Responds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The law of platforms where one person of a room can be answered alone. */
public interface PrivateAnswersContract extends OnStage {
    @Test
    @DisplayName("An answer for one person is seen by nobody else")
    default void aPrivateAnswerIsPrivate() {
        String word = scene().fresh("secret");
        scene().as(Menus.class).publish(List.of(Rehearsal.COMMAND));

        var seen = CompletableFuture.supplyAsync(
                () -> scene().stage().command("ann", "rehearse", Rehearsal.options("once", word)));
        CommandInvoked asked = scene().ears()
                .hear(CommandInvoked.class, event -> word.equals(event.options().get("word")));
        Document answer = Document.of(Text.of(word + " for ann"));
        scene().insist(platform -> ((Responds) platform)
                .respond(new Respond(asked.reply(), answer, Language.EN, true, "contract:"), scene().nonce()));

        assertThat(seen.join()).isNotNull();
        assertThat(scene().stage().messages("bob"))
                .noneMatch(shown -> shown.plain().contains(word + " for ann"));
    }
}
