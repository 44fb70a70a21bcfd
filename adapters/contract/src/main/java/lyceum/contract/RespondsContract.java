package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Responds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms where commands and buttons are answered. */
public interface RespondsContract extends OnStage {
    /** Longer than Discord waits for the first sign of life, shorter than a person of the sandbox waits. */
    Duration SLOW = Duration.ofMillis(3500);

    @BeforeEach
    default void theCommandIsPublished() {
        if (scene().platform() instanceof Menus menus) {
            menus.publish(List.of(Rehearsal.COMMAND));
        }
    }

    @Test
    @DisplayName("A command is heard with its options and its speaker's standing")
    default void aCommandIsHeard() {
        String word = scene().fresh("curtain");

        var seen = command("mei", word);

        CommandInvoked heard = heard(word);
        assertThat(heard.command()).isEqualTo("rehearse");
        assertThat(heard.options()).containsEntry("times", "twice").containsEntry("word", word);
        assertThat(heard.speaker().standing()).isEqualTo(Standing.MODERATOR);
        assertThat(heard.room()).isEqualTo(scene().room());
        answer(heard.reply(), word + " heard");
        assertThat(seen.join()).isNotNull();
    }

    @Test
    @DisplayName("The answer is seen by the person who asked")
    default void theAnswerIsSeen() {
        String word = scene().fresh("echo");
        var seen = command("ann", word);

        answer(heard(word).reply(), word + " " + word);

        assertThat(seen.join()).isNotNull().extracting(Shown::plain).isEqualTo(word + " " + word);
    }

    @Test
    @DisplayName("An answer that takes longer than the platform waits is seen all the same")
    default void aSlowAnswerIsSeen() {
        String word = scene().fresh("thinking");
        var seen = command("ann", word);

        ReplyToken reply = heard(word).reply();
        Scene.pause(SLOW);
        answer(reply, word + " done");

        assertThat(seen.join()).isNotNull().extracting(Shown::plain).isEqualTo(word + " done");
    }

    @Test
    @DisplayName("A button that is pressed is heard as that choice under that message, and can be answered")
    default void aPressedButtonIsHeard() {
        String words = scene().fresh("decide");
        MessageId message = scene().deliver(scene().post(Rehearsal.withButtons(words), null))
                .getFirst();
        Shown shown = scene().stands(words);
        assertThat(shown.buttons()).containsExactly("Press me", "Leave me");

        var seen = CompletableFuture.supplyAsync(() -> scene().stage().click("ann", shown.message(), "Press me"));

        ChoiceMade made =
                scene().ears().hear(ChoiceMade.class, event -> event.message().equals(message));
        assertThat(made.choice()).isEqualTo("contract:press");
        assertThat(made.speaker().name()).isEqualTo("ann");
        answer(made.reply(), words + " pressed");
        assertThat(seen.join()).isNotNull().extracting(Shown::plain).isEqualTo(words + " pressed");
        assertThat(scene().standing(words))
                .filteredOn(each -> each.message().equals(shown.message()))
                .hasSize(1);
    }

    @Test
    @DisplayName("The same button pressed twice gives two keys")
    default void twoPressesAreTwo() {
        String words = scene().fresh("again");
        MessageId message = scene().deliver(scene().post(Rehearsal.withButtons(words), null))
                .getFirst();
        Shown shown = scene().stands(words);

        for (int i = 0; i < 2; i++) {
            int before = choices(message).size();
            var seen = CompletableFuture.supplyAsync(() -> scene().stage().click("ann", shown.message(), "Leave me"));
            scene().ears().hear(ChoiceMade.class, _ -> choices(message).size() > before);
            answer(choices(message).getLast().reply(), words + " press " + i);
            seen.join();
        }

        assertThat(choices(message).stream().map(Asking::key).distinct()).hasSize(2);
    }

    private List<ChoiceMade> choices(MessageId message) {
        return scene().ears().all(ChoiceMade.class).stream()
                .filter(made -> made.message().equals(message))
                .toList();
    }

    private CompletableFuture<@Nullable Shown> command(String who, String word) {
        return CompletableFuture.supplyAsync(
                () -> scene().stage().command(who, "rehearse", Rehearsal.options("twice", word)));
    }

    private CommandInvoked heard(String word) {
        return scene().ears()
                .hear(CommandInvoked.class, event -> word.equals(event.options().get("word")));
    }

    private void answer(ReplyToken reply, String words) {
        Respond respond = new Respond(reply, Document.of(Text.of(words)), Language.EN, true, "contract:");
        scene().insist(platform -> ((Responds) platform).respond(respond, scene().nonce()));
    }
}
