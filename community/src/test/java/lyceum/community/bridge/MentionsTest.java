package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether who is mentioned in one place is mentioned in the others by the name that they have there. */
class MentionsTest {
    private static final RoomId DISCORD = RoomId.parse("discord:general");
    private static final Map<AuthorId, String> BOB = Map.of(
            AuthorId.parse("discord:bob"), "bob",
            AuthorId.parse("twitch:bob_tv"), "bob_tv");

    @TempDir
    Path folder;

    private void hear(World world, Text text) {
        Speaker ann = new Speaker(AuthorId.parse("discord:ann"), "ann", null, Standing.FAN, false, Language.EN);
        world.hears(new MessagePosted(
                new Key(DISCORD.platform(), "1", ""),
                new MessageId(DISCORD, "1"),
                ann,
                text,
                List.of(),
                null,
                World.START));
    }

    private World open() {
        BridgeSettings settings = new BridgeSettings(
                "Lyceum",
                List.of(new Link(
                        "talk", List.of(DISCORD, RoomId.parse("telegram:general"), RoomId.parse("twitch:ada")))),
                ZoneId.of("UTC"),
                Language.EN,
                Map.of());
        Accounts accounts = (_, who) -> BOB.containsKey(who) ? BOB : Map.of();
        return World.open(
                folder,
                World.Cast.of(List.of(new Bridge(settings, accounts)), "hub", "bridge")
                        .withStreamChat());
    }

    @Test
    void whoHasAnAccountThereIsCalledByItsName() {
        try (World world = open()) {
            hear(
                    world,
                    Text.of("ask ").plus(mention("discord:bob")).plus(" or ").plus(mention("discord:carla")));

            assertThat(world.room("twitch:ada")).containsExactly("ann: ask @bob_tv or @carla");
        }
    }

    @Test
    void whoHasNoneThereKeepsTheirName() {
        try (World world = open()) {
            hear(world, Text.of("ask ").plus(mention("discord:bob")).plus("!"));

            assertThat(world.room("telegram:general")).containsExactly("ann: ask @bob!");
        }
    }

    private static Text mention(String account) {
        AuthorId who = AuthorId.parse(account);
        return Text.of("@" + who.value(), new Mark.Mention(who));
    }
}
