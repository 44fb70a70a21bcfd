package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Laws of every platform: what people say is brought as they say it. */
public interface HearingContract extends OnStage {
    @Test
    @DisplayName("What a person says is brought with author, name, text and time")
    default void whatAPersonSaysIsBrought() {
        String words = scene().fresh("good evening, 大家好");

        scene().stage().say("ann", words);

        MessagePosted heard = scene().ears().hear(words);
        assertThat(heard.speaker().name()).isEqualTo("ann");
        assertThat(heard.speaker().bot()).isFalse();
        assertThat(heard.message().room()).isEqualTo(scene().room());
        assertThat(heard.at()).isCloseTo(scene().stage().now(), within(5, ChronoUnit.SECONDS));
        assertThat(heard.key()).isNotNull();
    }

    @Test
    @DisplayName("A creator, a moderator and a fan are told apart")
    default void standingsAreToldApart() {
        String words = scene().fresh("who am I");

        List.of("ada", "mei", "bob").forEach(who -> scene().stage().say(who, words + " " + who));

        assertThat(scene().ears().hear(words + " ada").speaker().standing()).isEqualTo(Standing.CREATOR);
        assertThat(scene().ears().hear(words + " mei").speaker().standing()).isEqualTo(Standing.MODERATOR);
        assertThat(scene().ears().hear(words + " bob").speaker().standing()).isEqualTo(Standing.FAN);
    }

    @Test
    @DisplayName("A reply names the message that it answers")
    default void aReplyNamesItsMessage() {
        String question = scene().fresh("what is a heap?");
        String answer = scene().fresh("a tree");

        String message = scene().stage().say("bob", question);
        scene().stage().say("ann", answer, message);

        MessagePosted asked = scene().ears().hear(question);
        assertThat(scene().ears().hear(answer).replyTo()).isEqualTo(asked.message());
    }

    @Test
    @DisplayName("What people say is brought in the order in which they say it")
    default void messagesAreBroughtInOrder() {
        String words = scene().fresh("in a row");
        List<String> said =
                IntStream.range(0, 30).mapToObj(i -> words + " line " + i).toList();

        said.forEach(line -> scene().stage().say("bob", line));

        scene().ears().hear(said.getLast());
        assertThat(scene().ears().words(words)).isEqualTo(said);
    }

    @Test
    @DisplayName("The hub never hears itself, neither in its own name nor in another's")
    default void theHubNeverHearsItself() {
        String words = scene().fresh("an echo");

        scene().deliver(scene().post(Text.of(words + " mine")));
        scene().deliver(scene().post(Document.of(Text.of(words + " voiced")), new Voice("小明", null)));
        scene().stage().say("ann", words + " hers");

        scene().ears().hear(words + " hers");
        assertThat(scene().ears().words(words)).containsExactly(words + " hers");
    }

    @Test
    @DisplayName("What a person formats is brought with its marks")
    default void plainWordsHaveNoMarks() {
        String words = scene().fresh("2 < 3 and x_y_z");

        scene().stage().say("ann", words);

        assertThat(scene().ears().hear(words).text()).isEqualTo(Text.of(words));
    }
}
