package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lyceum.community.Desk;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bridge answers to each event. */
class BridgeTest {
    private static final RoomId DISCORD = RoomId.parse("discord:1");
    private static final RoomId TELEGRAM = RoomId.parse("telegram:-7");

    private final Desk desk = new Desk(new Bridge(new BridgeSettings(
            "Lyceum",
            List.of(new Link("general", List.of(DISCORD, TELEGRAM))),
            ZoneId.of("UTC"),
            Language.EN,
            Map.of(DISCORD, Language.EN))));

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatIsSaidInOneRoomIsPostedInTheOther() {
        assertThat(desk.hear(said("discord:1/10", "hello", null)))
                .containsExactly(new Post(
                        TELEGRAM,
                        Document.of(Text.of("hello")),
                        Language.EN,
                        new Voice("Ann", null),
                        null,
                        "bridge:discord:1/10"));
        assertThat(desk.hear(said("discord:2/10", "hello", null))).isEmpty();
    }

    @Test
    void aReplyFollowsTheCopiesInBothDirections() {
        delivered("discord:1/10", "telegram:-7/20", "telegram:-7/21");

        assertThat(desk.hear(said("discord:1/11", "yes", "discord:1/10")))
                .extracting(effect -> ((Post) effect).replyTo())
                .containsExactly(MessageId.parse("telegram:-7/20"));
        assertThat(desk.hear(said("telegram:-7/30", "no", "telegram:-7/21")))
                .extracting(effect -> ((Post) effect).replyTo())
                .containsExactly(MessageId.parse("discord:1/10"));
    }

    @Test
    void aDeletedMessageTakesItsCopiesWithItAlsoThoseThatComeLater() {
        delivered("discord:1/10", "telegram:-7/20");

        assertThat(desk.hear(new MessageDeleted(null, MessageId.parse("discord:1/10"))))
                .containsExactly(new Delete(MessageId.parse("telegram:-7/20"), "bridge:gone"));
        assertThat(desk.hear(new MessageDeleted(null, MessageId.parse("discord:1/10"))))
                .isEmpty();
        assertThat(delivered("discord:1/10", "telegram:-7/21"))
                .isEqualTo(List.of(new Delete(MessageId.parse("telegram:-7/21"), "bridge:gone")));
    }

    @Test
    void aRoomIsToldOnceInItsLanguages() {
        assertThat(desk.hear(new RoomChanged(TELEGRAM, "general")))
                .extracting(effect -> ((Post) effect).language())
                .containsExactly(Language.EN, Language.ZH);
        assertThat(desk.hear(new RoomChanged(DISCORD, "general"))).hasSize(1);
        assertThat(desk.hear(new RoomChanged(TELEGRAM, "renamed"))).isEmpty();
        assertThat(desk.hear(new RoomChanged(RoomId.parse("discord:2"), "other")))
                .isEmpty();
    }

    private List<?> delivered(String source, String... copies) {
        Post post = (Post) desk.hear(said(source, "hello", null)).getFirst();
        List<MessageId> messages =
                List.of(copies).stream().map(MessageId::parse).toList();
        return desk.hear(new Delivered(new EffectId(1), post, messages, false));
    }

    private static MessagePosted said(String message, String text, @Nullable String replyTo) {
        MessageId id = MessageId.parse(message);
        Speaker ann = new Speaker(new AuthorId(id.room().platform(), "5"), "Ann", null, Standing.FAN, false, null);
        return new MessagePosted(
                new Key(id.room().platform(), id.value(), ""),
                id,
                ann,
                Text.of(text),
                List.<Attachment>of(),
                replyTo == null ? null : MessageId.parse(replyTo),
                Instant.parse("2026-11-22T12:00:00Z"));
    }
}
