package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a message that is taken away in one room goes in all. */
class RemovalsTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final String EXTRA = "telegram:extra";
    private static final String MODERATORS = "discord:moderators";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        BridgeSettings settings = new BridgeSettings(
                "Lyceum",
                List.of(new Link("talk", List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM), RoomId.parse(EXTRA)))),
                ZoneId.of("UTC"),
                Language.EN,
                Map.of(),
                List.of(RoomId.parse(MODERATORS)),
                true,
                false,
                Set.of());
        Members members = new Members(new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of()));
        world = World.open(folder, World.Cast.of(List.of(members, new Bridge(settings)), "hub", "members", "bridge"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aCopyThatAModeratorRemovesTakesTheMessageAndTheOtherCopiesAlong() {
        world.says(DISCORD, "ann", "buy followers");
        world.says(DISCORD, "ann", "hello");

        world.deletes(world.message(TELEGRAM, 0));

        assertThat(world.room(DISCORD)).containsExactly("ann: hello");
        assertThat(world.room(TELEGRAM)).containsExactly("ann: hello");
        assertThat(world.room(EXTRA)).containsExactly("ann: hello");
    }

    @Test
    void whatThePlatformTellsOfTheHubsOwnDeletionChangesNothing() {
        MessageId message = world.says(DISCORD, "ann", "hello");
        MessageId copy = world.message(TELEGRAM, 0);
        world.deletes(message);
        List<String> planned = world.reads("select count(*) from hub_outbox");

        world.deletes(copy);

        assertThat(world.reads("select count(*) from hub_outbox")).isEqualTo(planned);
    }

    @Test
    void aModeratorTakesAMessageAwayEverywhereByAReply() {
        MessageId message = world.says(DISCORD, "ann", "buy followers");

        assertThat(world.commandsAbout(world.message(TELEGRAM, 0), "mei", "delete"))
                .isEqualTo("Taken away, here and in the joined rooms.");

        assertThat(world.room(DISCORD)).isEmpty();
        assertThat(world.room(TELEGRAM)).isEmpty();
        assertThat(world.room(EXTRA)).isEmpty();
        assertThat(world.reads("select source from bridge_gone")).containsExactly(message.toString());
    }

    @Test
    void anAuthorTakesBackTheirOwnAndNobodyElses() {
        MessageId anns = world.says(TELEGRAM, "ann", "mine");
        MessageId bobs = world.says(TELEGRAM, "bob", "his");

        assertThat(world.commandsAbout(bobs, "ann", "delete"))
                .isEqualTo("That is not yours to take away: only who said it, and moderators.");
        world.commandsAbout(anns, "ann", "delete");

        assertThat(world.room(DISCORD)).containsExactly("bob: his");
        assertThat(world.room(TELEGRAM)).containsExactly("bob: his");
    }

    @Test
    void whereAMessageCannotBeAnsweredItIsNamed() {
        MessageId message = world.says(DISCORD, "ann", "buy followers");

        assertThat(world.commands(DISCORD, "mei", "delete", Map.of()))
                .isEqualTo("Reply to the message with /delete, or name it: /delete and its link.");
        world.commands(
                DISCORD, "mei", "delete", Map.of("message", "https://discord.com/channels/1/2/" + message.value()));

        assertThat(world.room(TELEGRAM)).isEmpty();
    }

    @Test
    void whatIsTooOldToBeTakenAwayIsToldToTheModerators() {
        MessageId message = world.says(DISCORD, "ann", "hello");
        world.mishaps().refuseDeletions(TELEGRAM, "what is older than 48 hours stays");

        world.deletes(message);

        assertThat(world.room(MODERATORS))
                .containsExactly("Lyceum: " + world.message(TELEGRAM, 0)
                        + " still stands in talk (Telegram), though it was to be taken away: what is older than 48 hours"
                        + " stays");
    }
}
