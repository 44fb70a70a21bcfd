package lyceum.community.giveaways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.community.Cast;
import lyceum.community.giveaways.draw.Verification;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Giveaways that are not for everybody, and entries that have several tickets. */
class EligibilityTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";
    private static final String TWITCH = "twitch:ada";

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private final MeritsAs merits = new MeritsAs();
    private World world;

    @BeforeEach
    void open() {
        cast.has(1, "UTC", Language.EN, "discord:ada");
        cast.has(2, "UTC", Language.EN, "discord:bob", "telegram:bobby");
        cast.has(3, "UTC", Language.ZH, "telegram:ming");
        cast.has(4, "UTC", Language.EN, "twitch:kai");
        merits.has(World.START.minus(Duration.ofDays(30)), Set.of("vip"), 2, "discord:bob", "telegram:bobby");
        GiveawaysSettings settings = new GiveawaysSettings(
                List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM), RoomId.parse(TWITCH)),
                Language.EN,
                Map.of(),
                asked -> asked.room().platform().value().equals("discord"),
                () -> "https://hub.example/",
                Map.of("vip", "VIP", "fan", "Fan club"),
                merits,
                BeaconSettings.NONE);
        world = World.open(
                folder,
                World.Cast.of(List.of(cast, new Giveaways(settings, new byte[32])), "hub", "giveaways")
                        .withStreamChat());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String offers(String... options) {
        Map<String, String> all = new HashMap<>(Map.of("prize", "A book", "winners", "1", "minutes", "5"));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return world.commands(DISCORD, "ada", "giveaway-new", all);
    }

    private String rules() {
        return world.reads("select rules from giveaways_giveaway").getFirst();
    }

    @Test
    void whoLacksSomethingIsToldEverythingThatWouldHelpInTheirLanguage() {
        offers("who", "subscribers, linked, attended", "days", "7");

        String refused = world.presses(TELEGRAM, "ming", "Enter");
        String entered = world.presses(DISCORD, "bob", "Enter");

        assertThat(refused)
                .contains("您还不能参加：A book")
                .contains("仅限拥有以下方案的人：Fan club / VIP。/access")
                .contains("来到这里满 7 天的人：您要到 2026-03-08 12:00 UTC")
                .contains("/link")
                .contains("/class list");
        assertThat(entered).startsWith("You are in: A book");
        assertThat(rules())
                .contains(
                        "\"eligibility\":{\"attended\":true,\"linked\":true,\"memberDays\":7,\"plans\":[\"fan\",\"vip\"]}");
        assertThat(world.room(DISCORD).getFirst())
                .contains("For those who have: Fan club / VIP.")
                .contains("For those who have been here for 7 days.");
    }

    @Test
    void whoSaysTheWordInARoomIsInAndAPressSaysWhichWord() {
        offers("keyword", "Lyceum");

        world.says(TWITCH, "kai", "go LYCEUM, go!");
        world.says(DISCORD, "bob", "lyceums are many");
        String pressed = world.commands(DISCORD, "bob", "enter", Map.of());
        world.passes(Duration.ofSeconds(5));

        assertThat(pressed).isEqualTo("Say “Lyceum” in any room to enter.");
        assertThat(world.reads("select account from giveaways_entry")).containsExactly("twitch:kai");
        assertThat(world.room(DISCORD).getFirst())
                .contains("Entered: 1")
                .contains("One enters by saying “Lyceum”")
                .doesNotContain("[Enter]");
    }

    @Test
    void aChineseWordIsHeardWithinASentence() {
        offers("keyword", "抽我");

        world.says(TELEGRAM, "ming", "老师抽我吧");

        assertThat(world.reads("select account from giveaways_entry")).containsExactly("telegram:ming");
    }

    @Test
    void plansGiveTicketsUpToTheCapAndTheProofHasThem() {
        offers("tickets", "vip=3, fan=4", "cap", "5");
        world.presses(DISCORD, "bob", "Enter");
        world.presses(TELEGRAM, "ming", "Enter");
        merits.has(World.START, Set.of("vip", "fan"), 0, "discord:bob", "telegram:bobby");

        world.passes(Duration.ofMinutes(6));

        String bundle = world.reads("select bundle from giveaways_giveaway").getFirst();
        assertThat(Verification.of(bundle.getBytes(UTF_8)).faults()).isEmpty();
        assertThat(bundle)
                .contains("\"weight\":6")
                .contains("\"tickets\":{\"base\":1,\"cap\":5,\"tiers\":{\"fan\":4,\"vip\":3}}");
    }

    @Test
    void whoMeetsTheRulesNoMoreWhenEntriesEndTakesNoPartAndReadsWhy() {
        offers("who", "vip");
        world.presses(DISCORD, "bob", "Enter");
        merits.has(World.START, Set.of(), 0, "discord:bob", "telegram:bobby");

        world.passes(Duration.ofMinutes(6));

        assertThat(world.room(DISCORD).getLast()).endsWith("A book: nobody entered, so nobody wins.");
        assertThat(world.commands(DISCORD, "bob", "receipt", Map.of()))
                .contains("you did not meet its rules any more")
                .contains("Salt: ");
    }

    @Test
    void alternatesAndTheTimeToClaimAreWhatTheRulesSay() {
        offers("alternates", "0", "claim-hours", "2");
        world.presses(DISCORD, "bob", "Enter");
        world.presses(TELEGRAM, "ming", "Enter");

        world.passes(Duration.ofMinutes(6));
        world.passes(Duration.ofHours(2));

        assertThat(world.reads("select state from giveaways_drawn")).containsExactly("LAPSED");
        assertThat(world.reads("select state from giveaways_giveaway")).containsExactly("CLOSED");
    }

    @Test
    void whatCannotBeKeptIsRefusedWithWhatToWrite() {
        assertThat(offers("who", "gold"))
                .isEqualTo(
                        "There is no plan gold. Write everybody, subscribers, linked, attended, or one of: fan, vip.");
        assertThat(offers("tickets", "vip")).startsWith("“vip” is not a plan with its tickets");
        assertThat(offers("tickets", "vip=5", "cap", "2")).startsWith("2 cannot be the most tickets");
        assertThat(offers("who", "vip")).contains("/access grant");
    }
}
