package lyceum.community.giveaways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lyceum.community.Cast;
import lyceum.community.giveaways.draw.Verification;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A creator, a fan with two accounts, two more fans, and a giveaway in three rooms. */
class GiveawaysTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";
    private static final String TWITCH = "twitch:ada";

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private World world;

    @BeforeEach
    void open() {
        cast.has(1, "UTC", Language.EN, "discord:ada");
        cast.has(2, "UTC", Language.EN, "discord:bob", "telegram:bobby");
        cast.has(3, "UTC", Language.ZH, "telegram:ming");
        cast.has(4, "UTC", Language.EN, "twitch:kai");
        GiveawaysSettings settings = new GiveawaysSettings(
                List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM), RoomId.parse(TWITCH)), Language.EN, Map.of());
        Giveaways giveaways = new Giveaways(settings, new byte[32]);
        world = World.open(
                folder,
                World.Cast.of(List.of(cast, giveaways), "hub", "giveaways").withStreamChat());
        world.commands(DISCORD, "ada", "giveaway-new", Map.of("prize", "A book", "winners", "1", "minutes", "5"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPersonHasOneEntryWithAllAccountsAndTheDrawVerifies() {
        world.presses(DISCORD, "bob", "Enter");
        String again = world.presses(TELEGRAM, "bobby", "Enter");
        world.presses(TELEGRAM, "ming", "Enter");
        world.commands(TWITCH, "kai", "enter", Map.of());

        world.isDownFor(Duration.ofMinutes(6));
        world.passes(Duration.ofSeconds(5));

        assertThat(again).startsWith("You are in already");
        assertThat(world.room(DISCORD)).hasSize(2);
        assertThat(world.room(DISCORD).getFirst()).contains("Entered: 3").contains("Closed and drawn.");
        assertThat(world.room(DISCORD).getLast()).contains("A book goes to: ").contains("[Claim]");
        String bundle = world.reads("select bundle from giveaways_giveaway").getFirst();
        assertThat(Verification.of(bundle.getBytes(UTF_8)).faults()).isEmpty();
    }

    @Test
    void aWinnerWhoClaimsEndsItAndNobodyElseCanClaim() {
        world.presses(DISCORD, "bob", "Enter");
        world.passes(Duration.ofMinutes(6));

        String other = world.presses(DISCORD, "ann", "Claim");
        String claimed = world.presses("discord:@bob", "bob", "Claim");

        assertThat(other).isEmpty();
        assertThat(claimed).startsWith("Claimed: A book");
        assertThat(world.reads("select state from giveaways_giveaway")).containsExactly("CLOSED");
    }

    @Test
    void whatIsNotClaimedPassesToTheNextOfTheDraw() {
        world.presses(DISCORD, "bob", "Enter");
        world.presses(TELEGRAM, "ming", "Enter");

        world.passes(Duration.ofHours(49));

        assertThat(world.room(DISCORD)).hasSize(3);
        assertThat(world.reads("select state from giveaways_drawn order by place"))
                .containsExactly("LAPSED", "ASKED");
    }
}
