package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which emoji of people in other rooms are seen on a message. */
class ReactionsTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final String EXTRA = "telegram:extra";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        BridgeSettings settings = new BridgeSettings(
                "Lyceum",
                List.of(new Link(
                        "talk",
                        List.of(
                                RoomId.parse(DISCORD),
                                RoomId.parse(TELEGRAM),
                                RoomId.parse(EXTRA),
                                RoomId.parse("twitch:ada")))),
                ZoneId.of("UTC"),
                Language.EN,
                Map.of());
        Members members = new Members(new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of()));
        world = World.open(
                folder,
                World.Cast.of(List.of(members, new Bridge(settings)), "hub", "members", "bridge")
                        .withStreamChat());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eachDifferentEmojiIsSeenInTheOtherRoomsTheMostFrequentFirstAndGoesWithTheLastWhoTakesItAway() {
        MessageId message = world.says(DISCORD, "ann", "done!");
        MessageId copy = world.message(TELEGRAM, 0);
        world.restarts();

        puts(message, "bob", "👍");
        puts(message, "bob", "🎉");
        puts(message, "carla", "🎉");
        puts(message, "carla", "🎉");
        assertThat(world.reactions(copy)).containsExactly("🎉", "👍");
        assertThat(world.reactions(world.message(EXTRA, 0))).containsExactly("🎉", "👍");
        assertThat(world.reactions(message)).isEmpty();

        takes(message, "bob", "🎉");
        assertThat(world.reactions(copy)).containsExactly("🎉", "👍");
        takes(message, "carla", "🎉");
        assertThat(world.reactions(copy)).containsExactly("👍");
    }

    @Test
    void whatIsPutOnACopyIsSeenOnTheMessageAndOnTheOtherCopies() {
        MessageId message = world.says(DISCORD, "ann", "done!");

        puts(world.message(TELEGRAM, 0), "bob", "🎉");

        assertThat(world.reactions(message)).containsExactly("🎉");
        assertThat(world.reactions(world.message(EXTRA, 0))).containsExactly("🎉");
        assertThat(world.reactions(world.message(TELEGRAM, 0))).isEmpty();
    }

    @Test
    void whatIsPutOnAMessageBeforeItsCopyStandsIsSeenOnTheCopy() {
        world.mishaps().holdUp(TELEGRAM, Duration.ofMinutes(1));
        MessageId message = world.says(DISCORD, "ann", "done!");

        puts(message, "bob", "🎉");
        world.passes(Duration.ofMinutes(2));

        assertThat(world.reactions(world.message(TELEGRAM, 0))).containsExactly("🎉");
    }

    @Test
    void allTakenAwayAtOnceAreGoneAndADeletedMessageLeavesNothingBehind() {
        MessageId message = world.says(DISCORD, "ann", "done!");
        puts(message, "bob", "👍");
        puts(message, "carla", "🎉");

        world.hears(new ReactionChanged(message, null, "", false));
        assertThat(world.reactions(world.message(TELEGRAM, 0))).isEmpty();

        puts(message, "bob", "👍");
        world.deletes(message);
        assertThat(world.reads("select emoji from bridge_reaction union all select emoji from bridge_shown"))
                .isEmpty();
    }

    @Test
    void whoOptsOutIsNotSeenToReactElsewhere() {
        MessageId message = world.says(DISCORD, "ann", "done!");
        world.commands(DISCORD, "bob", "settings", Map.of("relay", "off"));

        puts(message, "bob", "👍");

        assertThat(world.reactions(world.message(TELEGRAM, 0))).isEmpty();
    }

    private void puts(MessageId message, String who, String emoji) {
        world.hears(new ReactionChanged(message, speaker(message, who), emoji, true));
    }

    private void takes(MessageId message, String who, String emoji) {
        world.hears(new ReactionChanged(message, speaker(message, who), emoji, false));
    }

    private static Speaker speaker(MessageId message, String who) {
        AuthorId account = new AuthorId(message.room().platform(), who);
        return new Speaker(account, who, null, Standing.FAN, false, null);
    }
}
