package lyceum.community.giveaways;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.community.Cast;
import lyceum.hub.World;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Giveaways in an English room and a Chinese one, with a beacon that is there for those who ask for it. */
class LanguagesTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        Cast cast = new Cast();
        cast.has(1, "UTC", Language.EN, "discord:ada");
        cast.has(2, "UTC", Language.ZH, "discord:ming");
        GiveawaysSettings settings = new GiveawaysSettings(
                List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM)),
                Language.EN,
                Map.of(RoomId.parse(TELEGRAM), Language.ZH),
                _ -> true,
                () -> "https://hub.example/",
                Map.of(),
                MeritsAs.none(),
                new BeaconSettings("sandbox", 60, false, false));
        world = World.open(
                folder, World.Cast.of(List.of(cast, new Giveaways(settings, new byte[32])), "hub", "giveaways"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String gives(String prize, String... more) {
        Map<String, String> given = new HashMap<>(Map.of("prize", prize, "minutes", "5"));
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        return world.commands(DISCORD, "ada", "giveaway-new", given);
    }

    @Test
    void aPrizeWithTwoNamesIsCalledByTheOneOfTheRoomAndOfWhoeverAsks() {
        gives("A book | 一本书");
        String in = world.presses(DISCORD, "ming", "Enter");
        world.passes(Duration.ofMinutes(6));

        assertThat(world.room(DISCORD).getFirst()).contains("Giveaway: A book").doesNotContain("一本书");
        assertThat(world.room(TELEGRAM).getFirst()).contains("一本书").doesNotContain("A book");
        assertThat(in).contains("一本书").doesNotContain("A book");
        assertThat(world.room(DISCORD).getLast()).contains("A book goes to: ming");
        assertThat(world.room(TELEGRAM).getLast()).contains("一本书").contains("https://hub.example/giveaways/1");
        assertThat(world.reads("select rules from giveaways_giveaway").getFirst())
                .contains("\"title\":{\"en\":\"A book\",\"zh-Hans\":\"一本书\"}");
    }

    @Test
    void everyRoomReadsTheLanguagesThatItsMakerWants() {
        gives("A book | 一本书", "languages", "both");
        world.presses(DISCORD, "ming", "Enter");
        world.passes(Duration.ofSeconds(5));

        for (String room : List.of(DISCORD, TELEGRAM)) {
            assertThat(world.room(room)).hasSize(2);
            assertThat(world.room(room).getFirst()).contains("Giveaway: A book").contains("Entered: 1");
            assertThat(world.room(room).getLast()).contains("一本书").contains("已参加");
        }
    }

    @Test
    void aLanguageThatNobodySpeaksHereAndAPrizeWithHalfANameAreRefused() {
        assertThat(gives("A book", "languages", "fr")).contains("en, zh, both");
        assertThat(gives("A book |", "languages", "both")).startsWith("Write a name before and behind |");
    }

    @Test
    void aDraftIsReadByItsMakerAloneAndItsTimeBeginsWhenItIsOpened() {
        String draft = gives("A book", "draft", "yes", "beacon", "yes");
        world.passes(Duration.ofMinutes(20));
        String early = world.commands(DISCORD, "ming", "enter", Map.of("id", "1"));
        List<String> page = world.page("giveaways", "ada", Map.of());
        String opened = world.chooses(MessageId.parse(DISCORD + "/1"), "ada", "giveaways:open:1");
        String twice = world.chooses(MessageId.parse(DISCORD + "/1"), "ada", "giveaways:discard:1");

        assertThat(draft)
                .contains("A draft: nobody else sees it yet.")
                .contains("a public beacon's round")
                .contains("[Open the giveaway]");
        assertThat(early).isEqualTo("没有编号为 1 的抽奖。");
        assertThat(page).anyMatch(line -> line.contains("draft")).contains("[Discard]");
        assertThat(opened).isEqualTo("Giveaway 1 is open in all rooms for 5 minutes.");
        assertThat(twice).isEqualTo("This is no draft any more: A book");
        assertThat(world.room(DISCORD).getFirst()).contains("Giveaway: A book").contains("[Enter]");
        assertThat(world.reads("select count(*) from giveaways_giveaway where rules like '%' || strftime("
                        + "'%Y-%m-%dT%H:%M:%SZ', closes / 1000, 'unixepoch') || '%'"))
                .containsExactly("1");
    }

    @Test
    void theBeaconDecidesForThoseWhoAskForIt() {
        gives("A book");
        gives("A pen", "beacon", "yes");
        world.passes(Duration.ofMinutes(5));

        assertThat(world.reads("select state from giveaways_giveaway order by id"))
                .containsExactly("CLOSED", "WAITING");
        assertThat(world.room(DISCORD).getLast())
                .contains("A pen: entries are closed. 0 take part")
                .contains("Tickets: 0")
                .containsPattern("Root: [0-9a-f]{64}");
    }
}
