package lyceum.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.EntitlementChanged;
import lyceum.kernel.event.Place.HearingBegan;
import lyceum.kernel.event.Place.NativeHold;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Standing;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FramesTest {
    private static final String ANN = "800000000000000001";

    private final House house = Guild.house();
    private final Frames frames = new Frames(house, Guild.own(), new Faces(house), Guild.others(house));

    @Test
    void aMessageIsReadWithEverythingItCarries() {
        DataObject d = said("hello **all**, <@" + ANN + ">")
                .put("mentions", DataArray.empty().add(user(ANN, "ann").put("global_name", "Ann")))
                .put("attachments", DataArray.empty().add(DataObject.empty().put("filename", "heap.png")))
                .put("message_reference", DataObject.empty().put("message_id", "900000000000000007"));

        MessagePosted posted = (MessagePosted) one("MESSAGE_CREATE", d);

        assertThat(posted.key()).isEqualTo(new Key(Ids.DISCORD, "900000000000000001", ""));
        assertThat(posted.message()).isEqualTo(Ids.message(Guild.GENERAL, "900000000000000001"));
        assertThat(posted.text().plain()).isEqualTo("hello all, @Ann");
        assertThat(posted.attachments()).containsExactly(new Attachment("heap.png"));
        assertThat(posted.replyTo()).isEqualTo(Ids.message(Guild.GENERAL, "900000000000000007"));
        assertThat(posted.at()).isEqualTo(Instant.parse("2026-11-22T17:00:00.123Z"));
    }

    @Test
    void theSpeakerIsShownAsTheGuildSeesThem() {
        DataObject d = said("hi");
        d.getObject("author").put("global_name", "Ann A.").put("avatar", "abc");
        d.put("member", DataObject.empty().put("nick", "annie").put("roles", DataArray.empty()));

        MessagePosted posted = (MessagePosted) one("MESSAGE_CREATE", d);

        assertThat(posted.speaker().id()).isEqualTo(new AuthorId(Ids.DISCORD, ANN));
        assertThat(posted.speaker().name()).isEqualTo("annie");
        assertThat(posted.speaker().avatar()).isEqualTo("https://cdn.discordapp.com/avatars/" + ANN + "/abc.png");
        assertThat(posted.speaker().bot()).isFalse();
    }

    @Test
    void whatSomebodyBoughtIsHeardWithItsEndAndWhatAGuildBoughtIsNot() {
        DataObject d = DataObject.empty()
                .put("id", "900000000000000001")
                .put("sku_id", "700000000000000001")
                .put("user_id", ANN)
                .put("ends_at", "2026-12-22T17:00:00.000000+00:00");

        EntitlementChanged bought = (EntitlementChanged) one("ENTITLEMENT_UPDATE", d);

        assertThat(bought.speaker().id()).isEqualTo(new AuthorId(Ids.DISCORD, ANN));
        assertThat(bought.product()).isEqualTo("700000000000000001");
        assertThat(bought.until()).isEqualTo(Instant.parse("2026-12-22T17:00:00Z"));
        assertThat(bought.kept()).isTrue();
        assertThat(((EntitlementChanged) one("ENTITLEMENT_DELETE", d)).kept()).isFalse();
        assertThat(frames.read("ENTITLEMENT_CREATE", d.remove("user_id"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        Guild.MODERATOR_ROLE + ",MODERATOR",
        Guild.CREATOR_ROLE + ",CREATOR",
        Guild.ADMIN_ROLE + ",CREATOR",
        Guild.CLEANER_ROLE + ",MODERATOR",
        "600000000000000099,FAN"
    })
    void rolesGiveStanding(String role, Standing standing) {
        DataObject d = said("hi")
                .put("member", DataObject.empty().put("roles", DataArray.empty().add(role)));

        assertThat(((MessagePosted) one("MESSAGE_CREATE", d)).speaker().standing())
                .isEqualTo(standing);
    }

    @Test
    void theOwnerOfTheGuildIsACreator() {
        DataObject d = said("hi").put("author", user(Guild.OWNER, "ada"));

        assertThat(((MessagePosted) one("MESSAGE_CREATE", d)).speaker().standing())
                .isEqualTo(Standing.CREATOR);
    }

    @Test
    void theHubDoesNotHearItself() {
        assertThat(frames.read("MESSAGE_CREATE", said("x").put("author", user(Guild.HUB, "hub"))))
                .isEmpty();
        assertThat(frames.read("MESSAGE_CREATE", said("x").put("webhook_id", Guild.WEBHOOK)))
                .isEmpty();
        assertThat(frames.read(
                        "MESSAGE_CREATE", said("x").put("webhook_id", "1").put("application_id", "700000000000000001")))
                .isEmpty();
    }

    @Test
    void anotherWebhookIsABot() {
        DataObject d = said("x").put("webhook_id", "400000000000000009");

        assertThat(((MessagePosted) one("MESSAGE_CREATE", d)).speaker().bot()).isTrue();
    }

    @Test
    void whatDiscordItselfSaysIsNotHeard() {
        assertThat(frames.read("MESSAGE_CREATE", said("x").put("type", 7))).isEmpty();
    }

    @Test
    void whatDiscordsOwnFilterBlockedIsToldWithWhoSaidItAndWhere() {
        NativeHold hold = (NativeHold) one("MESSAGE_CREATE", alert(""));

        assertThat(hold.room()).isEqualTo(Ids.room(Guild.GENERAL));
        assertThat(hold.message().value()).isEqualTo("blocked-900000000000000001");
        assertThat(hold.speaker().id()).isEqualTo(new AuthorId(Ids.DISCORD, ANN));
        assertThat(hold.text().plain()).isEqualTo("a rude word");
    }

    @Test
    void whatDiscordsOwnFilterOnlyFlaggedIsToldWithTheMessageThatStands() {
        NativeHold hold = (NativeHold) one("MESSAGE_CREATE", alert("900000000000000007"));

        assertThat(hold.message()).isEqualTo(Ids.message(Guild.GENERAL, "900000000000000007"));
    }

    private static DataObject alert(String flagged) {
        DataArray fields = DataArray.empty()
                .add(DataObject.empty().put("name", "rule_name").put("value", "No insults"))
                .add(DataObject.empty().put("name", "channel_id").put("value", Guild.GENERAL))
                .add(DataObject.empty().put("name", "flagged_message_id").put("value", flagged));
        DataObject embed = DataObject.empty()
                .put("type", "auto_moderation_message")
                .put("description", "a rude word")
                .put("fields", fields);
        return said("").put("type", 24).put("embeds", DataArray.empty().add(embed));
    }

    @Test
    void anotherGuildIsNotHeard() {
        assertThat(frames.read("MESSAGE_CREATE", said("x").put("guild_id", "100000000000000009")))
                .isEmpty();
    }

    @Test
    void onlyTheNamedRoomsAreHeardAndPrivateChatsAlways() {
        House narrow = Guild.house(new RoomId(Ids.DISCORD, "200000000000000077"));
        Frames few = new Frames(narrow, Guild.own(), new Faces(narrow), Guild.others(narrow));

        assertThat(few.read("MESSAGE_CREATE", said("x"))).isEmpty();
        DataObject direct = said("x");
        direct.remove("guild_id");
        assertThat(few.read("MESSAGE_CREATE", direct)).hasSize(1);
    }

    @Test
    void anEditIsReadByItsTimeAndAnUnfoldedPreviewIsNone() {
        DataObject d = said("new words").put("edited_timestamp", "2026-11-22T17:05:00.000000+00:00");

        MessageEdited edited = (MessageEdited) one("MESSAGE_UPDATE", d);

        assertThat(edited.text()).isEqualTo(Text.of("new words"));
        assertThat(edited.key().revision()).isEqualTo("2026-11-22T17:05:00.000000+00:00");
        assertThat(frames.read("MESSAGE_UPDATE", said("x").putNull("edited_timestamp")))
                .isEmpty();
    }

    @Test
    void deletionsAreReadOneByOneAndInBulk() {
        DataObject one = DataObject.empty()
                .put("id", "9")
                .put("channel_id", Guild.GENERAL)
                .put("guild_id", Guild.ID);
        DataObject many = DataObject.empty()
                .put("ids", DataArray.empty().add("8").add("9"))
                .put("channel_id", Guild.GENERAL)
                .put("guild_id", Guild.ID);

        assertThat(frames.read("MESSAGE_DELETE", one))
                .containsExactly(
                        new MessageDeleted(new Key(Ids.DISCORD, "9", "deleted"), Ids.message(Guild.GENERAL, "9")));
        assertThat(frames.read("MESSAGE_DELETE_BULK", many)).hasSize(2);
    }

    @Test
    void aForwardedMessageIsItsWords() {
        DataObject d = said("").put(
                        "message_snapshots",
                        DataArray.empty()
                                .add(DataObject.empty()
                                        .put("message", DataObject.empty().put("content", "as *she* said"))))
                .put("message_reference", DataObject.empty().put("type", 1).put("message_id", "900000000000000007"));

        MessagePosted posted = (MessagePosted) one("MESSAGE_CREATE", d);

        assertThat(posted.text().plain()).isEqualTo("↪ as she said");
        assertThat(posted.replyTo()).isNull();
    }

    @Test
    void aPollIsItsQuestionAndAnswersInWords() {
        DataObject answer =
                DataObject.empty().put("poll_media", DataObject.empty().put("text", "Heaps"));
        DataObject d = said("").put(
                        "poll",
                        DataObject.empty()
                                .put("question", DataObject.empty().put("text", "What next?"))
                                .put("answers", DataArray.empty().add(answer)));

        assertThat(((MessagePosted) one("MESSAGE_CREATE", d)).text().plain()).isEqualTo("📊 What next?\n• Heaps");
    }

    @Test
    void roomsAreToldAtTheStartAndAtARename() {
        DataObject renamed = DataObject.empty()
                .put("id", Guild.GENERAL)
                .put("guild_id", Guild.ID)
                .put("type", 0)
                .put("name", "lobby");

        assertThat(frames.read("GUILD_CREATE", DataObject.empty().put("id", Guild.ID)))
                .containsExactlyInAnyOrder(
                        new RoomChanged(Ids.room(Guild.GENERAL), "general"),
                        new RoomChanged(Ids.room("200000000000000002"), "heaps"));
        house.learn("CHANNEL_UPDATE", renamed);
        assertThat(frames.read("CHANNEL_UPDATE", renamed))
                .containsExactly(new RoomChanged(Ids.room(Guild.GENERAL), "lobby"));
    }

    @Test
    void whatIsMadeWhileTheHubListensIsHeardFromItsFirstWord() {
        DataObject thread = DataObject.empty()
                .put("id", "300000000000000001")
                .put("guild_id", Guild.ID)
                .put("parent_id", Guild.GENERAL)
                .put("type", 11)
                .put("name", "heaps and stacks")
                .put("last_message_id", "300000000000000002");

        house.learn("THREAD_CREATE", thread);
        assertThat(frames.read("THREAD_CREATE", thread)).contains(began("300000000000000002"));
        assertThat(frames.read("THREAD_CREATE", thread.put("newly_created", true)))
                .contains(began(House.NOTHING_SAID));
    }

    private static HearingBegan began(String after) {
        return new HearingBegan(List.of(Ids.message("300000000000000001", after)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "好", "👩‍👩‍👧", "*", "_", "`", "||", "[", "[a](", "> ", "<@", "\\", "~~", "<:a:", "*_"})
    @Timeout(20)
    void aFrameOfAHundredThousandCharactersAndTheLongestOfDiscordsAreReadWholeAndSoon(String piece) {
        for (int length : new int[] {4_000, 100_000}) {
            String content = "begin " + piece.repeat(length / piece.length()) + " end";

            MessagePosted posted = (MessagePosted) one("MESSAGE_CREATE", said(content));

            assertThat(posted.text().plain())
                    .startsWith("begin ")
                    .endsWith(" end")
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void whatIsNotForUsIsNoEvent() {
        assertThat(frames.read("PRESENCE_UPDATE", DataObject.empty())).isEmpty();
        assertThat(frames.read("TYPING_START", DataObject.empty())).isEmpty();
    }

    private Event one(String type, DataObject d) {
        List<Event> events = frames.read(type, d);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static DataObject said(String content) {
        return DataObject.empty()
                .put("id", "900000000000000001")
                .put("channel_id", Guild.GENERAL)
                .put("guild_id", Guild.ID)
                .put("type", 0)
                .put("author", user(ANN, "ann"))
                .put("timestamp", "2026-11-22T17:00:00.123000+00:00")
                .put("content", content);
    }

    private static DataObject user(String id, String name) {
        return DataObject.empty().put("id", id).put("username", name);
    }
}
