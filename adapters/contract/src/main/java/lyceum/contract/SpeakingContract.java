package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Talk.MessagePosted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Laws of every platform: what the hub says stands as it was given. */
public interface SpeakingContract extends OnStage {
    @Test
    @DisplayName("A post stands in the room as it was given")
    default void aPostStands() {
        String words = scene().fresh("snake_case * 2 ~ <b> & [x](y) `q` \\ # > - 1. é 👩‍👩‍👧‍👦");

        scene().deliver(scene().post(Text.of(words)));

        assertThat(scene().stands(words).bot()).isTrue();
    }

    @Test
    @DisplayName("A post with a voice shows the speaker's name")
    default void aVoiceShowsItsName() {
        String words = scene().fresh("through the wall");

        scene().deliver(scene().post(Document.of(Text.of(words)), new Voice("carla", null)));

        Shown shown = scene().stands(words);
        assertThat(shown.says("carla", words)).as("%s", shown).isTrue();
    }

    @Test
    @DisplayName("A name cannot put on the platform's formatting or call everyone")
    default void aNameIsOnlyAName() {
        String words = scene().fresh("a plain word");

        scene().deliver(scene().post(Document.of(Text.of(words)), new Voice("**@everyone** <b>clyde</b> `x`", null)));

        assertThat(String.valueOf(scene().stands(words).html()))
                .doesNotContain("<b>clyde", "<strong>@", "<b>@", "<code>");
    }

    @Test
    @DisplayName("A post that answers a message is shown as its reply")
    default void aReplyIsShownAsOne() {
        String question = scene().fresh("is a stack a list?");
        String answer = scene().fresh("more or less");
        String asked = scene().stage().say("bob", question);
        MessagePosted heard = scene().ears().hear(question);

        Post post = scene().post(Text.of(answer));
        scene().deliver(new Post(
                post.room(), post.document(), post.language(), post.voice(), heard.message(), post.ref()));

        assertThat(scene().stands(answer).replyTo()).isEqualTo(asked);
    }

    @Test
    @DisplayName("Posts stand in the order in which they were made")
    default void postsStandInOrder() {
        String words = scene().fresh("one by one");
        List<String> lines =
                IntStream.range(0, 30).mapToObj(i -> words + " line " + i).toList();

        lines.forEach(line -> scene().deliver(scene().post(Document.of(Text.of(line)), new Voice("bob", null))));

        assertThat(scene().standing(words)).hasSize(30);
        for (int i = 0; i < 30; i++) {
            assertThat(scene().standing(words).get(i).says("bob", lines.get(i))).isTrue();
        }
    }

    @Test
    @DisplayName(
            "Nothing that is posted calls everyone or a role; a person only where the platform knows the name by itself")
    default void nothingPingsMany() {
        String words = scene().fresh("@everyone @here <@1> <@&1> <!channel> @ann");

        scene().deliver(scene().post(Document.of(Text.of(words)), new Voice("bob", null)));
        scene().deliver(scene().post(Text.of(words + " again")));

        assertThat(scene().standing(words))
                .hasSize(2)
                .allMatch(shown -> shown.pings().isEmpty() || shown.pings().equals(List.of("ann")));
    }
}
