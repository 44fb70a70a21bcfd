package lyceum.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Settles.Attempt;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SettlementTest {
    private static final Voice ANN = new Voice("ann", null);

    private final Settlement settlement = new Settlement(Guild.own(), new Bodies(new Plain(Phrases.of())));

    @Test
    void attemptsAreFoundInOrderAndEachMessageOnce() {
        List<DataObject> standing =
                List.of(voiced("1", "ann", "**a**"), voiced("2", "ann", "b"), voiced("3", "ann", "**a**"));

        assertThat(settlement.settle(standing, "5", List.of(bold("a"), bold("a"), bold("a"))))
                .containsExactly(
                        Optional.of(Ids.message("5", "1")), Optional.of(Ids.message("5", "3")), Optional.empty());
    }

    @Test
    void wordsOfOthersAreNotOurs() {
        DataObject stranger = voiced("1", "ann", "**a**").put("webhook_id", "999");

        assertThat(settlement.settle(List.of(stranger, voiced("2", "bob", "**a**")), "5", List.of(bold("a"))))
                .containsExactly(Optional.empty());
    }

    @Test
    void aPostOfTheBotIsKnownByItsNonceWhereThatIsShown() {
        Attempt attempt = attempt(Text.of("a"), null);
        DataObject mine = DataObject.empty()
                .put("id", "1")
                .put("author", DataObject.empty().put("id", Guild.HUB))
                .put("content", "a");

        assertThat(settlement.settle(List.of(mine), "5", List.of(attempt)))
                .containsExactly(Optional.of(Ids.message("5", "1")));
        assertThat(settlement.settle(List.of(mine.put("nonce", "other")), "5", List.of(attempt)))
                .containsExactly(Optional.empty());
    }

    private static Attempt bold(String words) {
        return attempt(Text.of(words, new Mark.Bold()), ANN);
    }

    private static Attempt attempt(Text text, @Nullable Voice voice) {
        Post post = new Post(Ids.room("5"), Document.of(text), Language.EN, voice, null, "test:");
        return new Attempt(post, Nonce.of("test", new EffectId(1)));
    }

    private static DataObject voiced(String id, String name, String content) {
        return DataObject.empty()
                .put("id", id)
                .put("webhook_id", Guild.WEBHOOK)
                .put("author", DataObject.empty().put("id", Guild.WEBHOOK).put("username", name))
                .put("content", content);
    }
}
