package lyceum.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.community.giveaways.BeaconSettings;
import lyceum.community.giveaways.Giveaways;
import lyceum.community.giveaways.GiveawaysSettings;
import lyceum.community.giveaways.Merits;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.community.polls.Polls;
import lyceum.community.polls.PollsSettings;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who turns out to be one person counts once everywhere, and who is forgotten is forgotten everywhere. */
class OnePersonTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";
    private static final Pattern CODE = Pattern.compile("/link ([A-Z0-9]{6})");
    private static final Map<String, String> ME = Map.of("whom", "me");

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        List<RoomId> rooms = List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM));
        world = World.open(
                folder,
                World.Cast.of(
                        List.of(
                                new Members(new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of())),
                                new Polls(new PollsSettings(rooms, Language.EN, Map.of())),
                                new Giveaways(
                                        new GiveawaysSettings(
                                                rooms,
                                                Language.EN,
                                                Map.of(),
                                                _ -> true,
                                                () -> "https://hub.example/",
                                                Map.of(),
                                                (tx, account) -> new Merits(Set.of(account), tx.now(), Set.of(), 0),
                                                BeaconSettings.NONE),
                                        new byte[32])),
                        "hub",
                        "members",
                        "polls",
                        "giveaways"));
        world.commands(DISCORD, "ada", "giveaway-new", Map.of("prize", "A book", "winners", "1", "minutes", "5"));
        world.presses(DISCORD, "bob", "Enter");
        world.presses(TELEGRAM, "bobby", "Enter");
        world.commands(DISCORD, "ada", "poll-new", Map.of("question", "Next?", "options", "Graphs | Trees"));
        world.presses(DISCORD, "bob", "Graphs");
        world.presses(TELEGRAM, "bobby", "Trees");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void twoAccountsThatAreLinkedHaveOneBallotAndOneEntry() {
        assertThat(counts()).containsExactly("2", "2");

        Matcher code = CODE.matcher(world.commands(DISCORD, "bob", "link", Map.of()));
        assertThat(code.find()).isTrue();
        world.commands(TELEGRAM, "bobby", "link", Map.of("code", code.group(1)));

        assertThat(counts()).containsExactly("1", "1");
        world.passes(Duration.ofSeconds(5));
        assertThat(world.room(DISCORD).getLast()).contains("1 voted");
    }

    @Test
    void whoIsForgottenWithdrawsFromWhatIsOpenAndIsNobodyInWhatIsClosed() {
        world.passes(Duration.ofMinutes(6));
        world.commands(DISCORD, "bob", "forget", ME);

        assertThat(world.reads("select account from polls_ballot")).containsExactly("telegram:bobby");
        assertThat(world.reads("select name from giveaways_entry"))
                .contains("bobby")
                .doesNotContain("bob");
        assertThat(world.reads("select account from giveaways_entry")).doesNotContain("discord:bob");
        assertThat(world.reads("select count(*) from giveaways_drawn where member in"
                        + " (select member from giveaways_entry)"))
                .containsExactly("2");
    }

    private List<String> counts() {
        return world.reads("select count(*) from polls_ballot union all select count(*) from giveaways_entry");
    }
}
