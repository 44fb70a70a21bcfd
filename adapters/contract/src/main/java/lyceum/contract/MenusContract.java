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

/** The law of platforms that show people which commands there are. */
public interface MenusContract extends OnStage {
    @Test
    @DisplayName("A command that is published, and published again, can be given")
    default void aPublishedCommandCanBeGiven() {
        String word = scene().fresh("overture");
        scene().as(Menus.class).publish(List.of(Rehearsal.COMMAND));
        scene().as(Menus.class).publish(List.of(Rehearsal.COMMAND));

        var asked = CompletableFuture.runAsync(
                () -> scene().stage().command("bob", "rehearse", Rehearsal.options("once", word)));

        CommandInvoked heard = scene().ears()
                .hear(CommandInvoked.class, event -> word.equals(event.options().get("word")));
        assertThat(heard.command()).isEqualTo("rehearse");
        Document answer = Document.of(Text.of(word));
        scene().insist(platform -> ((Responds) platform)
                .respond(new Respond(heard.reply(), answer, Language.EN, true, "contract:"), scene().nonce()));
        asked.join();
    }
}
