package lyceum.telegram;

import static lyceum.telegram.Told.GROUP;
import static lyceum.telegram.Told.json;
import static lyceum.telegram.Told.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.Test;

/** What is said without words, and what goes along with words. */
class SpokenTest {
    private final Reader reader = new Reader(
            new Reader.Speaking(
                    new Self(1000, "lyceum_bot", true, InstantSource.fixed(Instant.EPOCH)),
                    (_, _) -> Standing.FAN,
                    new Whereabouts()),
            _ -> true,
            () -> Vocabulary.EMPTY);

    @Test
    void aStickerIsItsEmoji() {
        MessagePosted posted = posted(message(5, "'sticker':{'file_id':'s','emoji':'🎉'}"));

        assertThat(posted.text()).isEqualTo(Text.of("🎉"));
        assertThat(posted.attachments()).isEmpty();
    }

    @Test
    void aPollIsItsQuestionAndItsOptions() {
        JsonNode update = message(5, "'poll':{'question':'What next?','options':[{'text':'Heaps'},{'text':'堆'}]}");

        assertThat(posted(update).text()).isEqualTo(Text.of("📊 What next?\n• Heaps\n• 堆"));
    }

    @Test
    void whatIsForwardedSaysFromWhom() {
        JsonNode update =
                message(5, "'forward_origin':{'type':'user','sender_user':{'id':8,'first_name':'Bob'}},'text':'look'");

        assertThat(posted(update).text()).isEqualTo(Text.of("↪ Bob\nlook"));
    }

    @Test
    void aChangedReactionIsOneEventForEachEmoji() {
        assertThat(reactions(reaction("'👍'", "'❤'")))
                .extracting(ReactionChanged::emoji, ReactionChanged::there)
                .containsExactly(tuple("👍", false), tuple("❤️", true));
    }

    @Test
    void aReactionIsFoundInTheTopicInWhichItsMessageStands() {
        var _ = posted(json("{'update_id':1,'message':{'message_id':7,'date':1," + GROUP
                + ",'from':{'id':77,'first_name':'Ann'},'is_topic_message':true,'message_thread_id':5,'text':'hi'}}"));

        assertThat(reactions(reaction("", "'👍'")).getFirst().message().toString())
                .isEqualTo("telegram:-1001.5/7");
    }

    @Test
    void theFirstEmojiThatTelegramHasIsPutInItsOwnSpelling() {
        assertThat(Emoji.fitting(List.of("heap:123", "🧮", "❤️", "👍"))).containsExactly("❤");
        assertThat(Emoji.fitting(List.of("🧮"))).isEmpty();
    }

    @Test
    void theWordsStandUnderTheFirstFileAndAreCutOnlyWhereTelegramTakesNoMore() {
        Document document = Document.of(Text.of("look"))
                .plus(new Block.File("a.png", 1, "x:a"))
                .plus(new Block.File("b.pdf", 1, "x:b"))
                .plus(new Block.File("c.mp4", 1L << 40, "x:c"));
        List<Text> words = List.of(Text.of("one"), Text.of("two"));

        assertThat(Parcels.pieces(document, words, Parcels.CAPTION))
                .extracting(
                        piece -> piece.blocks().size(),
                        piece -> piece.files().getLast().name())
                .containsExactly(tuple(3, "a.png"), tuple(1, "b.pdf"));
        assertThat(Parcels.pieces(document, words, Parcels.CAPTION + 1)).hasSize(4);

        Scribe scribe = new Scribe(Phrases.of());
        Voice bob = new Voice("bob", null);
        assertThat(scribe.caption(Document.of(Text.of("a".repeat(2_000))), Language.EN, bob)
                        .text())
                .hasSize(Parcels.CAPTION)
                .startsWith("bob: aaa")
                .endsWith("a…");
        assertThat(scribe.caption(new Document(List.of(), List.of()), Language.EN, bob)
                        .text())
                .isEqualTo("bob:");
    }

    private List<ReactionChanged> reactions(JsonNode update) {
        return ((Heard.Reacted) reader.read(update)).changes();
    }

    private static JsonNode reaction(String before, String now) {
        return json("{'update_id':9,'message_reaction':{'message_id':7,'date':1," + GROUP
                + ",'user':{'id':77,'is_bot':false,'first_name':'Ann'},'old_reaction':[" + emoji(before)
                + "],'new_reaction':[" + emoji(now) + "]}}");
    }

    private static String emoji(String quoted) {
        return quoted.isEmpty() ? "" : "{'type':'emoji','emoji':" + quoted + "}";
    }

    private MessagePosted posted(JsonNode update) {
        return (MessagePosted) ((Heard.Told) reader.read(update)).event();
    }
}
