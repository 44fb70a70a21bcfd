package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.platform.Menus;
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
                () -> scene().stage().command("bob", "rehearse", Map.of("times", "once", "word", word)));

        CommandInvoked heard = scene().ears()
                .hear(CommandInvoked.class, event -> word.equals(event.options().get("word")));
        assertThat(heard.command()).isEqualTo("rehearse");
        asked.join();
    }
}
