package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms where a message can be changed. */
public interface EditsContract extends OnStage {
    @Test
    @DisplayName("A message of the hub reads differently after an edit, in its own name and in another's")
    default void anEditChangesTheMessage() {
        String words = scene().fresh("draft");
        MessageId mine = scene().deliver(scene().post(Text.of(words + " mine"))).getFirst();
        MessageId voiced = scene().deliver(
                        scene().post(Document.of(Text.of(words + " voiced")), new Voice("bob", null)))
                .getFirst();

        edit(mine, words + " new");
        edit(voiced, words + " other");

        scene().stands(words + " new");
        scene().stands(words + " other");
        assertThat(scene().standing(words)).hasSize(2);
    }

    @Test
    @DisplayName("The same edit twice is the same as once")
    default void anEditTwiceIsOnce() {
        String words = scene().fresh("once more");
        MessageId message = scene().deliver(scene().post(Text.of(words))).getFirst();

        edit(message, words + " edited");
        edit(message, words + " edited");

        scene().stands(words + " edited");
    }

    @Test
    @DisplayName("An edit of a message that is gone is refused")
    default void anEditOfNothingIsRefused() {
        MessageId message = scene().deliver(scene().post(Text.of(scene().fresh("short-lived"))))
                .getFirst();
        scene().insist(platform -> ((Deletes) platform).delete(new Delete(message, "contract:")));

        Outcome outcome = scene().as(Edits.class)
                .edit(new Edit(message, Document.of(Text.of("too late")), Language.EN, "contract:"));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    @DisplayName("What a person changes is brought as the same message with its new words")
    default void aPersonsEditIsBrought() {
        String words = scene().fresh("teh");
        String said = scene().stage().say("ann", words);
        MessagePosted posted = scene().ears().hear(words);

        scene().stage().edit("ann", said, words + " the");

        MessageEdited edited = scene().ears()
                .hear(MessageEdited.class, event -> event.text().plain().equals(words + " the"));
        assertThat(edited.message()).isEqualTo(posted.message());
        assertThat(edited.key()).isNotEqualTo(posted.key());
        assertThat(edited.speaker().name()).isEqualTo("ann");
    }

    private void edit(MessageId message, String words) {
        scene().insist(platform ->
                ((Edits) platform).edit(new Edit(message, Document.of(Text.of(words)), Language.EN, "contract:")));
    }
}
