package lyceum.community.giveaways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lyceum.community.Cast;
import lyceum.community.giveaways.beacon.Chains;
import lyceum.community.giveaways.beacon.PlayedSecret;
import lyceum.community.giveaways.draw.Verification;
import lyceum.hub.World;
import lyceum.kernel.event.Answer.Resolved;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A giveaway that a beacon decides, here one whose secret is known. */
class BeaconTest {
    private static final String DISCORD = "discord:general";
    private static final long ROUND = Chains.SANDBOX.roundAt(World.START.plusSeconds(5 * 60 + 60));

    @TempDir
    Path folder;

    private @Nullable World world;

    @AfterEach
    void close() {
        if (world != null) {
            world.close();
        }
    }

    /** A giveaway of five minutes that two have entered, and that has just ended. */
    private World frozen(boolean fallsBack) {
        Cast cast = new Cast();
        cast.has(1, "UTC", Language.EN, "discord:ada");
        cast.has(2, "UTC", Language.EN, "discord:bob");
        cast.has(3, "UTC", Language.EN, "discord:kai");
        GiveawaysSettings settings = new GiveawaysSettings(
                List.of(RoomId.parse(DISCORD)),
                Language.EN,
                Map.of(),
                _ -> true,
                () -> "https://hub.example/",
                Map.of(),
                MeritsAs.none(),
                new BeaconSettings("sandbox", 60, fallsBack, true));
        World opened = World.open(
                folder, World.Cast.of(List.of(cast, new Giveaways(settings, new byte[32])), "hub", "giveaways"));
        world = opened;
        opened.commands(DISCORD, "ada", "giveaway-new", Map.of("prize", "A book", "minutes", "5"));
        opened.presses(DISCORD, "bob", "Enter");
        opened.presses(DISCORD, "kai", "Enter");
        opened.passes(Duration.ofMinutes(5));
        return opened;
    }

    private static Resolved round(long signed) {
        byte[] signature = PlayedSecret.signature(signed);
        return new Resolved("giveaways:round:sandbox:" + ROUND, HexFormat.of().formatHex(signature));
    }

    private static String state(World world) {
        return world.reads("select state from giveaways_giveaway").getFirst();
    }

    @Test
    void whoTakesPartAndWhichRoundDecidesAreToldBeforeAnybodyKnowsIt() {
        World world = frozen(false);

        String late = world.commands(DISCORD, "ada", "enter", Map.of("id", "1"));
        String made = world.commands(DISCORD, "ada", "giveaway-void", Map.of("id", "1"));

        assertThat(state(world)).isEqualTo("WAITING");
        assertThat(world.room(DISCORD).getLast())
                .contains("entries are closed. 2 take part")
                .contains("Round " + ROUND + " of sandbox decides");
        assertThat(late).startsWith("This giveaway is not open");
        assertThat(made).startsWith("This giveaway is not open");
    }

    @Test
    void theRoundsOwnSignatureAloneDrawsAndTheProofSaysSo() {
        World world = frozen(false);

        world.hears(round(ROUND + 1));
        String before = state(world);
        world.hears(round(ROUND));

        assertThat(before).isEqualTo("WAITING");
        assertThat(state(world)).isEqualTo("DRAWN");
        String bundle = world.reads("select bundle from giveaways_giveaway").getFirst();
        assertThat(bundle).contains("\"assurance\":\"BEACON\"").contains("\"round\":" + ROUND);
        assertThat(Verification.of(bundle.getBytes(UTF_8)).faults()).isEmpty();
        assertThat(bundle)
                .contains(world.reads("select frozen from giveaways_giveaway").getFirst());
    }

    @Test
    void aBeaconThatDoesNotComeMakesItVoidAndNothingElseDecides() {
        World world = frozen(false);

        world.isDownFor(Duration.ofHours(49));

        assertThat(state(world)).isEqualTo("VOID");
        assertThat(world.reads("select count(*) from giveaways_giveaway where bundle is null"))
                .containsExactly("1");
    }

    @Test
    void whereTheRulesLetItTheSeedAloneDecidesAfterAnHourAndTheProofSaysSo() {
        World world = frozen(true);

        world.passes(Duration.ofMinutes(62));

        String bundle = world.reads("select bundle from giveaways_giveaway").getFirst();
        assertThat(bundle).contains("\"assurance\":\"SEED_ONLY\"");
        assertThat(Verification.of(bundle.getBytes(UTF_8)).faults()).isEmpty();
    }
}
