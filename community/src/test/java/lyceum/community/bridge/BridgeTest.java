package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Place.HearingGap;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.MessageReleased;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.person.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read in rooms that are joined. */
class BridgeTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final String ALONE = "discord:alone";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = open(DISCORD, TELEGRAM);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsSaidInOneRoomIsReadInTheOtherBothWays() {
        world.says(DISCORD, "ann", "hello");
        world.says(TELEGRAM, "小明", "你好");

        assertThat(world.room(DISCORD)).containsExactly("ann: hello", "小明: 你好");
        assertThat(world.room(TELEGRAM)).containsExactly("ann: hello", "小明: 你好");
    }

    @Test
    void whatIsSaidInARoomThatIsNotJoinedStaysThere() {
        world.says(ALONE, "ann", "just us");

        assertThat(world.room(ALONE)).containsExactly("ann: just us");
        assertThat(world.room(TELEGRAM)).isEmpty();
    }

    @Test
    void otherBotsAreNotRepeatedSoThatTwoHubsNeverEchoEachOther() {
        world.botSays(DISCORD, "Another bridge", "hello");

        assertThat(world.room(TELEGRAM)).isEmpty();
    }

    @Test
    void aBotThatTheSettingsNameIsRepeatedAsPeopleAre() {
        world.close();
        Set<AuthorId> named = Set.of(AuthorId.parse("discord:Video news"));
        Link link = new Link("a", rooms(DISCORD, TELEGRAM));
        world = open(new BridgeSettings(
                "Lyceum", List.of(link), ZoneId.of("UTC"), Language.EN, Map.of(), List.of(), true, false, named));

        world.botSays(DISCORD, "Video news", "a new video");
        world.botSays(DISCORD, "Another bridge", "hello");

        assertThat(world.room(TELEGRAM)).containsExactly("Video news: a new video");
    }

    @Test
    void aRoomInTwoLinksIsReadInAllTheOthersOnce() {
        world.close();
        BridgeSettings settings = new BridgeSettings(
                "Lyceum",
                List.of(
                        new Link("a", rooms(DISCORD, TELEGRAM, "telegram:extra")),
                        new Link("b", rooms(DISCORD, TELEGRAM))),
                ZoneId.of("UTC"),
                Language.EN,
                Map.of());
        world = open(settings);

        world.says(DISCORD, "ann", "hello");
        world.says("telegram:extra", "bob", "hi");

        assertThat(world.room(TELEGRAM)).containsExactly("ann: hello", "bob: hi");
        assertThat(world.room("telegram:extra")).containsExactly("ann: hello", "bob: hi");
        assertThat(world.room(DISCORD)).containsExactly("ann: hello", "bob: hi");
    }

    @Test
    void whoOptsOutIsReadOnlyWhereTheySpeakUntilTheyOptIn() {
        world.commands(DISCORD, "ann", "settings", Map.of("relay", "off"));
        world.says(DISCORD, "ann", "between us");
        world.commands(DISCORD, "ann", "settings", Map.of("relay", "on"));
        world.says(DISCORD, "ann", "for all");

        assertThat(world.room(DISCORD)).containsExactly("ann: between us", "ann: for all");
        assertThat(world.room(TELEGRAM)).containsExactly("ann: for all");
    }

    @Test
    void filesAreNamedBelowTheWords() {
        world.hears(posted("71", "my homework", List.of(new Attachment("one.pdf"), new Attachment("two\n.png"))));
        world.hears(posted("72", "", List.of(new Attachment("alone.txt"))));
        world.hears(posted("73", "", List.of()));

        assertThat(world.room(TELEGRAM))
                .containsExactly("ann: my homework\n📎 one.pdf\n📎 two .png", "ann: 📎 alone.txt");
    }

    @Test
    void aReplyIsAReplyInEveryRoomAlsoAfterARestart() {
        MessageId question = world.says(DISCORD, "ann", "why?");
        MessageId copy = world.message(TELEGRAM, 0);
        world.restarts();

        MessageId answer = world.replies(TELEGRAM, "bob", "because", copy);
        world.replies(TELEGRAM, "carla", "no, because", answer);
        world.replies(DISCORD, "ann", "thanks", world.message(DISCORD, 1));
        world.replies(DISCORD, "ann", "still, why?", question);

        assertThat(world.room(DISCORD))
                .containsExactly("ann: why?", "bob: because", "carla: no, because", "ann: thanks", "ann: still, why?");
        assertThat(world.repliedTo(DISCORD, 1)).isEqualTo(question);
        assertThat(world.repliedTo(DISCORD, 2)).isEqualTo(world.message(DISCORD, 1));
        assertThat(world.repliedTo(TELEGRAM, 3)).isEqualTo(answer);
        assertThat(world.repliedTo(TELEGRAM, 4)).isEqualTo(copy);
    }

    @Test
    void aReplyToWhatNobodyKnowsIsSaidWithoutOne() {
        world.replies(DISCORD, "ann", "me too", MessageId.parse("discord:general/long-ago"));

        assertThat(world.room(TELEGRAM)).containsExactly("ann: me too");
        assertThat(world.repliedTo(TELEGRAM, 0)).isNull();
    }

    @Test
    void aDeletedMessageTakesAllPiecesOfItsCopiesAlong() {
        MessageId message = world.says(DISCORD, "ann", "word ".repeat(900));
        world.says(DISCORD, "ann", "stays");
        assertThat(world.room(TELEGRAM)).hasSize(4);
        world.restarts();

        world.deletes(message);

        assertThat(world.room(TELEGRAM)).containsExactly("ann: stays");
        assertThat(world.reads("select part from bridge_copy where gone = 1 order by part"))
                .containsExactly("0", "1", "2");
    }

    @Test
    void anImitatorIsCalledSo() {
        world.says(DISCORD, "LYCEUM", "free money");
        world.says(DISCORD, "@everyone", "look");

        assertThat(world.room(TELEGRAM)).containsExactly("someone called LYCEUM: free money", "everyone: look");
    }

    @Test
    void aReleasedMessageComesLateWithItsTime() {
        world.passes(Duration.ofMinutes(20));
        world.hears(new MessageReleased(posted("71", "hello", List.of()), Set.of()));
        world.passes(Duration.ofHours(12));
        world.hears(new MessageReleased(posted("72", "again", List.of()), Set.of()));

        assertThat(world.room(TELEGRAM))
                .containsExactly(
                        "ann: Said at 12:00, shown after a moderator read it:\nhello",
                        "ann: Said at 2026-03-01 12:00, shown after a moderator read it:\nagain");
    }

    @Test
    void aReleasedMessageOfSomebodyWhoOptedOutStaysWhereItIs() {
        world.hears(new MessageReleased(posted("71", "between us", List.of()), Set.of(Wish.NOT_RELAYED)));

        assertThat(world.room(TELEGRAM)).isEmpty();
    }

    @Test
    void aRoomIsToldOnceThatItIsJoinedAndAgainWhenItsLinkChanges() {
        world.hasRoom(DISCORD, "general");
        world.hasRoom(TELEGRAM, "General");
        world.hasRoom(DISCORD, "renamed");
        world.hasRoom(ALONE, "alone");

        assertThat(world.room(DISCORD))
                .containsExactly(
                        "Lyceum: This room is joined with talk (Telegram). What you say here is read there. /settings"
                                + " to opt out.");
        assertThat(world.room(TELEGRAM))
                .containsExactly(
                        "Lyceum: This room is joined with talk (Discord). What you say here is read there. /settings"
                                + " to opt out.",
                        "Lyceum: 本房间已与 talk（Discord）互通，你在这里说的话那边也能看到。不想被转发，可以用 /settings 关闭。");
        assertThat(world.room(ALONE)).isEmpty();
    }

    @Test
    void aNoticeIsRepeatedOnlyForAnotherSetOfRooms() {
        world.hasRoom(DISCORD, "general");
        world.close();
        world = open(TELEGRAM, DISCORD);
        world.hasRoom(DISCORD, "general");
        world.close();
        world = open(DISCORD, TELEGRAM, "telegram:extra");
        world.hasRoom(DISCORD, "general");

        assertThat(world.reads("select joined from bridge_notice"))
                .containsExactly("discord:general telegram:extra telegram:general");
        assertThat(world.reads("select count(*) from hub_outbox")).containsExactly("2");
    }

    @Test
    void whatCouldNotBeHeardIsSaidOnceInTheJoinedRoomsInEachLanguageAndWithItsTimes() {
        Instant from = Instant.parse("2026-03-01T11:58:20Z");
        Key key = new Key(RoomId.parse(DISCORD).platform(), "gap", "1");
        HearingGap gap = new HearingGap(key, RoomId.parse(DISCORD), from, World.START);

        world.hears(gap);
        world.hears(gap);

        assertThat(world.room(TELEGRAM))
                .containsExactly(
                        "Lyceum: talk (Discord) was not heard from 11:58:20 to 12:00:00: what was said there meanwhile"
                                + " is missing here.",
                        "Lyceum: 11:58:20 至 12:00:00 之间没有收到 talk（Discord）的消息：这段时间那边说的话，这里缺失。");
        assertThat(world.room(DISCORD)).isEmpty();
        assertThat(world.room(ALONE)).isEmpty();
    }

    private World open(String... linked) {
        return open(new BridgeSettings(
                "Lyceum",
                List.of(new Link("talk", rooms(linked))),
                ZoneId.of("UTC"),
                Language.EN,
                Map.of(RoomId.parse(DISCORD), Language.EN)));
    }

    private World open(BridgeSettings settings) {
        Members members = new Members(new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of()));
        return World.open(folder, World.Cast.of(List.of(members, new Bridge(settings)), "hub", "members", "bridge"));
    }

    private static List<RoomId> rooms(String... rooms) {
        return List.of(rooms).stream().map(RoomId::parse).toList();
    }

    private static MessagePosted posted(String id, String text, List<Attachment> attachments) {
        RoomId room = RoomId.parse(DISCORD);
        Speaker ann = new Speaker(new AuthorId(room.platform(), "ann"), "ann", null, Standing.FAN, false, null);
        Instant at = World.START;
        return new MessagePosted(
                new Key(room.platform(), id, ""), new MessageId(room, id), ann, Text.of(text), attachments, null, at);
    }
}
