package lyceum.community.giveaways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lyceum.community.Cast;
import lyceum.community.giveaways.draw.Verification;
import lyceum.hub.MortalWorld;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A giveaway whose hub dies at any point of its life is drawn once, as was sealed, and told once in each room. */
class GiveawayCrashTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";
    private static final List<String> FANS = List.of("ann", "bob", "kai");

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private @Nullable UncaughtExceptionHandler before;

    /** Where the hub dies: at which step of the giveaway, and how far the step has come. */
    enum Death {
        OPENED_NOT_COMMITTED(Step.OPEN, "DECIDED"),
        OPENED_NOT_SHOWN(Step.OPEN, "PLANNED"),
        CARD_REQUESTED(Step.OPEN, "REQUESTED"),
        CARD_STANDS_UNKNOWN(Step.OPEN, "STANDS"),
        CARD_RECEIPT_NOT_COMMITTED(Step.OPEN, "ANSWERED"),
        ENTERED_NOT_COMMITTED(Step.ENTER, "HEARD"),
        ENTERED_NOT_ANSWERED(Step.ENTER, "COMMITTED"),
        DRAWN_NOT_COMMITTED(Step.DRAW, "DECIDED"),
        DRAWN_NOT_TOLD(Step.DRAW, "PLANNED"),
        WINNERS_REQUESTED(Step.DRAW, "REQUESTED"),
        WINNERS_STAND_UNKNOWN(Step.DRAW, "STANDS"),
        WINNERS_RECEIPT_NOT_COMMITTED(Step.DRAW, "ANSWERED"),
        CLAIMED_NOT_COMMITTED(Step.CLAIM, "HEARD"),
        CLAIMED_NOT_ANSWERED(Step.CLAIM, "COMMITTED");

        private final Step step;
        private final String point;

        Death(Step step, String point) {
            this.step = step;
            this.point = point;
        }
    }

    private enum Step {
        OPEN,
        ENTER,
        DRAW,
        CLAIM
    }

    @BeforeEach
    void expectDeath() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
        cast.has(1, "UTC", Language.EN, "discord:ada");
        for (int fan = 0; fan < FANS.size(); fan++) {
            cast.has(10 + fan, "UTC", Language.EN, "discord:" + FANS.get(fan));
        }
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @ParameterizedTest
    @EnumSource
    void itIsDrawnAsWasSealedAndToldOnce(Death death) {
        GiveawaysSettings settings = new GiveawaysSettings(
                List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM)),
                Language.EN,
                Map.of(),
                _ -> true,
                () -> "https://hub.example/",
                Map.of(),
                MeritsAs.none(),
                BeaconSettings.NONE);
        byte[] key = new byte[32];
        World.Cast all = World.Cast.of(List.of(cast, new Giveaways(settings, key)), "hub", "giveaways");
        try (MortalWorld world = new MortalWorld(folder.resolve("lyceum.db"), all)) {
            for (Step step : Step.values()) {
                if (step == death.step) {
                    world.diesAt(death.point);
                }
                take(step, world);
            }
            world.passes(Duration.ofSeconds(5));

            assertThat(world.deaths()).isEqualTo(1);
            assertThat(world.reads("select state from giveaways_giveaway")).containsExactly("CLOSED");
            String bundle = world.reads("select bundle from giveaways_giveaway").getFirst();
            Verification proof = Verification.of(bundle.getBytes(UTF_8));
            assertThat(proof.faults()).isEmpty();
            assertThat(proof.ranking()).isEqualTo(sealed(world, key));
            assertThat(told(world, DISCORD)).hasSize(1);
            assertThat(told(world, TELEGRAM).stream().distinct()).hasSize(1);
            boolean unknown = death == Death.WINNERS_STAND_UNKNOWN || death == Death.WINNERS_RECEIPT_NOT_COMMITTED;
            assertThat(told(world, TELEGRAM)).hasSizeLessThanOrEqualTo(unknown ? 2 : 1);
        }
    }

    private static void take(Step step, MortalWorld world) {
        switch (step) {
            case OPEN ->
                world.commands(
                        DISCORD, "ada", "giveaway-new", Map.of("prize", "A book", "winners", "1", "minutes", "5"));
            case ENTER -> FANS.forEach(fan -> world.commands(DISCORD, fan, "enter", Map.of()));
            case DRAW -> world.passes(Duration.ofMinutes(6));
            case CLAIM -> FANS.forEach(fan -> world.chooses(DISCORD, fan, "giveaways:claim:1"));
        }
    }

    private static List<String> told(MortalWorld world, String room) {
        return world.room(room).stream()
                .filter(text -> text.startsWith("A book goes to: "))
                .toList();
    }

    /** The ranking that followed from the key and the entries before anybody drew. */
    private static List<String> sealed(MortalWorld world, byte[] key) {
        String draw = world.reads("select draw from giveaways_giveaway").getFirst();
        String rules = world.reads("select rules from giveaways_giveaway").getFirst();
        Giveaway of = new Giveaway(1, draw, Giveaway.State.OPEN, "A book", 1, World.START, rules, List.of());
        List<Entry> entries = world.reads("select tag from giveaways_entry order by tag").stream()
                .map(tag -> new Entry(
                        0,
                        new lyceum.kernel.id.AuthorId(RoomId.parse(DISCORD).platform(), "x"),
                        "",
                        Language.EN,
                        "",
                        tag,
                        1,
                        false))
                .toList();
        return new Lottery(key).draw(of, entries, null).ranking();
    }
}
