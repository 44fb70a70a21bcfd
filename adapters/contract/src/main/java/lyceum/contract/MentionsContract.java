package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.AuthorId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The law of platforms where a message can call somebody by their account. */
public interface MentionsContract extends OnStage {
    /** In whose name it is said. */
    Voice ANN = new Voice("ann", null);

    @Test
    @DisplayName("Whom somebody mentions by an account is called")
    default void whoIsMentionedIsCalled() {
        String words = scene().fresh("a call");

        scene().deliver(scene().post(Document.of(mention(words, account("bob"))), ANN));

        Shown shown = scene().stands(words);
        assertThat(shown.pings()).containsExactly("bob");
        assertThat(shown.plain()).matches("(ann: )?" + words + " @?bob");
    }

    @Test
    @DisplayName("A name without an account calls nobody")
    default void aNameCallsNobody() {
        String words = scene().fresh("a name");
        AuthorId elsewhere = AuthorId.parse("elsewhere:" + account("bob").value());

        scene().deliver(scene().post(Document.of(mention(words, elsewhere)), ANN));

        assertThat(scene().stands(words).pings()).isEmpty();
    }

    @Test
    @DisplayName("What the hub says itself calls nobody, whomever it names")
    default void theHubItselfCallsNobody() {
        String words = scene().fresh("a card");

        scene().deliver(scene().post(mention(words, account("bob"))));

        assertThat(scene().stands(words).pings()).isEmpty();
    }

    private static Text mention(String words, AuthorId who) {
        return Text.of(words + " ").plus(Text.of("@bob", new Mark.Mention(who)));
    }

    private AuthorId account(String name) {
        String words = scene().fresh("here is " + name);
        scene().stage().say(name, words);
        return scene().ears().hear(words).speaker().id();
    }
}
