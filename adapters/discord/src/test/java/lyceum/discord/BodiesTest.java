package lyceum.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.markdown.VoiceName;
import lyceum.kernel.person.Language;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BodiesTest {
    private final Bodies bodies = new Bodies(new Plain(Phrases.of()));

    @Test
    void nobodyIsCalledAndTheNonceIsKept() {
        Nonce nonce = Nonce.of("test", new EffectId(7));

        DataObject body = bodies.asBot(post(Document.of(Text.of("@everyone"))), nonce);

        assertThat(body.getObject("allowed_mentions").getArray("parse").isEmpty())
                .isTrue();
        assertThat(body.getString("nonce")).isEqualTo(nonce.value());
        assertThat(body.getBoolean("enforce_nonce")).isTrue();
    }

    @Test
    void aReplyDoesNotFailWhereItsMessageIsGone() {
        Post post = post(Document.of(Text.of("yes")));
        Post reply = new Post(
                post.room(), post.document(), Language.EN, null, Ids.message(Guild.GENERAL, "900000000000000001"), "");

        DataObject reference =
                bodies.asBot(reply, Nonce.of("test", new EffectId(7))).getObject("message_reference");

        assertThat(reference.getString("message_id")).isEqualTo("900000000000000001");
        assertThat(reference.getBoolean("fail_if_not_exists", true)).isFalse();
    }

    @Test
    void aVoiceHasItsNameAndPicture() {
        DataObject body =
                bodies.asVoice(post(Document.of(Text.of("x"))), new Voice("ann", "https://x.org/a.png"), null);

        assertThat(body.getString("username")).isEqualTo("ann");
        assertThat(body.getString("avatar_url")).isEqualTo("https://x.org/a.png");
        assertThat(body.hasKey("nonce")).isFalse();
    }

    @Test
    void whatAWebhookAnswersIsNamedBelowItWithTheWayThere() {
        Post reply = post(Document.of(Text.of("Yes."))).quoting("bob: Is *this* a heap?");

        DataObject body = bodies.asVoice(reply, new Voice("ann", null), "https://discord.com/channels/1/2/3");

        assertThat(body.getString("content")).isEqualTo("Yes.");
        assertThat(body.getArray("embeds").getObject(0).getString("description"))
                .isEqualTo("↪ [bob: Is \\*this\\* a heap?](https://discord.com/channels/1/2/3)");
    }

    @Test
    void buttonsStandFiveInARow() {
        Choice[] seven = choices(7);

        DataObject body =
                bodies.asBot(post(Document.of(Text.of("x")).withChoices(seven)), Nonce.of("test", new EffectId(7)));

        assertThat(body.getArray("components").length()).isEqualTo(2);
        assertThat(body.getArray("components")
                        .getObject(0)
                        .getArray("components")
                        .length())
                .isEqualTo(5);
        assertThat(body.getArray("components")
                        .getObject(1)
                        .getArray("components")
                        .getObject(1)
                        .getString("custom_id"))
                .isEqualTo("test:6");
    }

    @Test
    void aPostThatFitsIsLeftAsItIs() {
        Post post = post(Document.of(Text.of("short")).withChoices(choices(2)));

        assertThat(bodies.fit(post)).containsExactly(post);
    }

    @Test
    void aLongPostIsCutAndBearsItsButtonsBelowTheLastPiece() {
        String words = IntStream.range(0, 1000).mapToObj(i -> "*word_" + i).collect(Collectors.joining(" "));
        Post post = new Post(
                Ids.room(Guild.GENERAL),
                Document.of(Text.of(words)).withChoices(choices(30)),
                Language.EN,
                null,
                Ids.message(Guild.GENERAL, "9"),
                "test:");

        List<Post> pieces = bodies.fit(post);

        assertThat(pieces)
                .allMatch(piece -> bodies.content(piece.document(), Language.EN).length() <= 2000);
        assertThat(pieces.stream()
                        .map(piece -> new Plain(Phrases.of())
                                .text(piece.document(), Language.EN)
                                .plain())
                        .collect(Collectors.joining()))
                .isEqualTo(words + "…");
        assertThat(pieces.stream().flatMap(piece -> piece.document().choices().stream()))
                .hasSize(30);
        assertThat(pieces.getFirst().replyTo()).isNotNull();
        assertThat(pieces.subList(1, pieces.size())).allMatch(piece -> piece.replyTo() == null);
    }

    @Test
    void aLongEditIsCutToOneMessage() {
        DataObject body = bodies.edited(Document.of(Text.of("word ".repeat(900))), Language.EN);

        assertThat(body.getString("content")).hasSizeLessThanOrEqualTo(2000).endsWith("…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann|ann",
                "小明|小明",
                "@everyone|＠everyone",
                "Everyone|＠Everyone",
                "  two   words |two words",
                "a\u200bb\u202ec|abc",
                "👩‍👩‍👧|👩‍👩‍👧",
                "Clyde|\u0441lyde",
                "my discord bot|my dis\u0441ord bot",
                "\u200b|…"
            })
    void namesAreMadeLegal(String name, String legal) {
        assertThat(VoiceName.of(name)).isEqualTo(legal);
    }

    @Test
    void aLongNameIsCutToEighty() {
        assertThat(VoiceName.of("x".repeat(200))).hasSize(80);
        assertThat(VoiceName.of("😀".repeat(100)).length()).isLessThanOrEqualTo(80);
    }

    private static Post post(Document document) {
        return new Post(Ids.room(Guild.GENERAL), document, Language.EN, null, null, "test:");
    }

    private static Choice[] choices(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Choice("test:" + i, Text.of("choice " + i), Choice.Weight.PLAIN))
                .toArray(Choice[]::new);
    }
}
