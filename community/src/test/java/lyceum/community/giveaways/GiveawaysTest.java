package lyceum.community.giveaways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.community.Cast;
import lyceum.community.giveaways.draw.Flaw;
import lyceum.community.giveaways.draw.LogChain;
import lyceum.community.giveaways.draw.Receipt;
import lyceum.community.giveaways.draw.Verification;
import lyceum.hub.World;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.feature.OpenPage;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Jdbi;
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
    private Giveaways giveaways;
    private World world;

    @BeforeEach
    void open() {
        cast.has(1, "UTC", Language.EN, "discord:ada");
        cast.has(2, "UTC", Language.EN, "discord:bob", "telegram:bobby");
        cast.has(3, "UTC", Language.ZH, "telegram:ming");
        cast.has(4, "UTC", Language.EN, "twitch:kai");
        GiveawaysSettings settings = new GiveawaysSettings(
                List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM), RoomId.parse(TWITCH)),
                Language.EN,
                Map.of(),
                asked -> asked.room().platform().value().equals("discord"),
                () -> "https://hub.example/",
                Map.of(),
                MeritsAs.none(),
                BeaconSettings.NONE);
        giveaways = new Giveaways(settings, new byte[32]);
        world = World.open(
                folder,
                World.Cast.of(List.of(cast, giveaways), "hub", "giveaways").withStreamChat());
        world.commands(DISCORD, "ada", "giveaway-new", Map.of("prize", "A book", "winners", "1", "minutes", "5"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** A file of the first giveaway's public page. */
    private Optional<String> file(String name) {
        OpenPage page = giveaways.openPages().getFirst();
        return Sqlite.readers(folder.resolve("lyceum.db"))
                .withHandle(read -> page.source().file(1, name, new ReadTx(read, World.START)))
                .map(OpenPage.File::text);
    }

    @Test
    void aPersonHasOneEntryWithAllAccountsAndTheDrawVerifies() {
        world.presses(DISCORD, "bob", "Enter");
        String again = world.presses(TELEGRAM, "bobby", "Enter");
        world.presses(TELEGRAM, "ming", "Enter");
        String streamed = world.commands(TWITCH, "kai", "enter", Map.of());

        world.isDownFor(Duration.ofMinutes(6));
        world.passes(Duration.ofSeconds(5));

        assertThat(again).startsWith("You are in already");
        assertThat(streamed).as("a whole chat may enter at once").isEmpty();
        assertThat(world.room(DISCORD)).hasSize(2);
        assertThat(world.room(DISCORD).getFirst()).contains("Entered: 3").contains("Closed and drawn.");
        assertThat(world.room(DISCORD).getLast()).contains("A book goes to: ").contains("[Claim]");
        String bundle = world.reads("select bundle from giveaways_giveaway").getFirst();
        assertThat(Verification.of(bundle.getBytes(UTF_8)).faults()).isEmpty();
    }

    @Test
    void aReceiptIsToldWhereNobodyElseReadsIt() {
        world.presses(DISCORD, "bob", "Enter");
        world.commands(TWITCH, "kai", "enter", Map.of());

        String alone = world.commands(DISCORD, "bob", "receipt", Map.of());
        String openly = world.commands(TWITCH, "kai", "receipt", Map.of());

        assertThat(alone).containsPattern("Salt: [0-9a-f]{32}. Tag: [0-9a-f]{64}");
        assertThat(openly).startsWith("Others would read your receipt here").doesNotContain("Salt");
    }

    @Test
    void theConsoleShowsGiveawaysAndMakesThemVoidForTheCreatorAlone() {
        world.presses(DISCORD, "bob", "Enter");
        List<String> before = world.page("giveaways", "ada", Map.of());

        String refused = world.chooses(world.message(DISCORD, 0), "bob", "giveaways:void:1");
        String done = world.chooses(world.message(DISCORD, 0), "ada", "giveaways:void:1");

        assertThat(before)
                .anyMatch(line -> line.contains("A book") && line.contains("open"))
                .contains("[Make void]");
        assertThat(refused).isEmpty();
        assertThat(done).isEqualTo("A book is void.");
        assertThat(world.page("giveaways", "ada", Map.of())).anyMatch(line -> line.contains("void"));
    }

    @Test
    void ofTwoEntriesOfOnePersonTheEarlierOneStays() {
        world.presses(DISCORD, "bob", "Enter");
        world.passes(Duration.ofSeconds(1));
        world.presses(TELEGRAM, "ming", "Enter");

        world.hears(new MembersMerged(
                new MemberId(3),
                new MemberId(2),
                Set.of(AuthorId.parse("discord:bob"), AuthorId.parse("telegram:ming"))));
        world.passes(Duration.ofSeconds(5));

        assertThat(world.reads("select account from giveaways_entry")).containsExactly("discord:bob");
        assertThat(world.room(DISCORD).getFirst()).contains("Entered: 1");
    }

    @Test
    void whoIsForgottenTakesPartNoMoreAndAPublishedProofStillVerifies() {
        world.presses(DISCORD, "bob", "Enter");
        world.presses(TELEGRAM, "ming", "Enter");
        world.commands(TWITCH, "kai", "enter", Map.of());
        world.hears(new MemberForgotten(new MemberId(4), Set.of(AuthorId.parse("twitch:kai"))));
        world.passes(Duration.ofMinutes(6));
        long winner = Long.parseLong(world.reads("select member from giveaways_drawn where state = 'ASKED'")
                .getFirst());

        world.hears(new MemberForgotten(new MemberId(winner), Set.of()));

        assertThat(world.reads("select state from giveaways_drawn order by place"))
                .containsExactly("LAPSED", "ASKED");
        assertThat(world.reads("select name || salt from giveaways_entry where member = " + winner))
                .containsExactly("");
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
    void whatIsDeclinedPassesOnAtOnceAndTheNextHasAWindowOfTheirOwn() {
        world.commands(
                DISCORD,
                "ada",
                "giveaway-new",
                Map.of("prize", "A pen", "winners", "1", "minutes", "5", "claim-hours", "2"));
        world.presses(DISCORD, "bob", "Enter");
        world.presses(TELEGRAM, "ming", "Enter");
        world.passes(Duration.ofMinutes(6));
        String first = world.reads("select member from giveaways_drawn where giveaway = 2 and place = 0")
                .getFirst();
        world.passes(Duration.ofMinutes(90));

        String declined = first.equals("2")
                ? world.presses("discord:@bob", "bob", "Decline")
                : world.presses("telegram:@ming", "ming", "放弃");
        String again =
                world.chooses(world.message(DISCORD, 0), first.equals("2") ? "bob" : "ann", "giveaways:decline:2");
        List<String> then = world.reads("select state from giveaways_drawn where giveaway = 2 order by place");
        world.passes(Duration.ofMinutes(90));
        List<String> withinTheSecondWindow =
                world.reads("select state from giveaways_drawn where giveaway = 2 order by place");
        world.passes(Duration.ofMinutes(31));

        assertThat(declined).containsAnyOf("Declined: A pen", "您已放弃：A pen");
        assertThat(again).doesNotContain("Declined");
        assertThat(then).containsExactly("DECLINED", "ASKED");
        assertThat(withinTheSecondWindow).containsExactly("DECLINED", "ASKED");
        assertThat(world.reads("select state from giveaways_drawn where giveaway = 2 order by place"))
                .containsExactly("DECLINED", "LAPSED");
        assertThat(world.reads("select state from giveaways_giveaway where id = 2"))
                .containsExactly("CLOSED");
    }

    /** As an earlier version left it: one window for all winners, which the timer knew and no row. */
    @Test
    void aWindowThatOnlyTheTimerKnowsIsNotEndedByWhoClaims() {
        world.commands(
                DISCORD,
                "ada",
                "giveaway-new",
                Map.of("prize", "A pen", "winners", "2", "minutes", "5", "claim-hours", "2"));
        world.presses(DISCORD, "bob", "Enter");
        world.presses(TELEGRAM, "ming", "Enter");
        world.presses(DISCORD, "ada", "Enter");
        world.passes(Duration.ofMinutes(6));
        Jdbi.create("jdbc:sqlite:" + folder.resolve("lyceum.db"))
                .useHandle(old -> old.execute("update giveaways_drawn set claim_until = null"));
        boolean bobWon = world.reads("select member from giveaways_drawn where giveaway = 2 and state = 'ASKED'")
                .contains("2");

        world.chooses(world.message(bobWon ? DISCORD : TELEGRAM, 0), bobWon ? "bob" : "ming", "giveaways:claim:2");
        world.passes(Duration.ofMinutes(90));
        List<String> within = drawn();
        world.passes(Duration.ofMinutes(31));

        assertThat(within).containsExactlyInAnyOrder("CLAIMED", "ASKED", "ALTERNATE");
        assertThat(drawn()).containsExactlyInAnyOrder("CLAIMED", "LAPSED", "ASKED");
    }

    private List<String> drawn() {
        return world.reads("select state from giveaways_drawn where giveaway = 2");
    }

    @Test
    void whoeverEntersByAButtonHasTheReceiptAndProvesToBeUnderTheRoot() throws Flaw {
        String answered = world.presses(DISCORD, "bob", "Enter");
        String toast = world.presses(TELEGRAM, "ming", "Enter");
        Receipt receipt = Receipt.read(answered);
        String name = "in-" + receipt.tag() + ".json";
        boolean before = file(name).isPresent();
        world.passes(Duration.ofMinutes(6));

        String proof = file(name).orElseThrow();
        String bundle = file("bundle.json").orElseThrow();

        assertThat(answered).startsWith("You are in: A book").contains("https://hub.example/giveaways/1/" + name);
        assertThat(toast).doesNotContain(receipt.tag());
        assertThat(before).isFalse();
        assertThat(file("in-" + "0".repeat(64) + ".json")).isEmpty();
        assertThat(receipt.in(bundle.getBytes(UTF_8)).key()).isEqualTo("giveaways.receipt-drawn");
        assertThat(receipt.in(proof.getBytes(UTF_8)).key()).isEqualTo("giveaways.receipt-under");
        assertThat(proof).contains(bundle.replaceFirst("(?s).*\"root\":\"([0-9a-f]{64}).*", "$1"));
        assertThatThrownBy(() -> receipt.in(
                        proof.replace("\"tickets\":1", "\"tickets\":2").getBytes(UTF_8)))
                .hasMessage("receipt-no-way");
    }

    @Test
    void whatWasMadeVoidAndWhatTakesItsPlaceAreLinkedInPublic() {
        Map<String, String> again = Map.of("prize", "A pen", "winners", "1", "minutes", "5", "instead", "1");
        String refused = world.commands(DISCORD, "ada", "giveaway-new", again);
        world.commands(DISCORD, "ada", "giveaway-void", Map.of("id", "1"));
        world.commands(DISCORD, "ada", "giveaway-new", again);

        assertThat(refused).startsWith("1 is no giveaway that was made void");
        assertThat(shown(1)).contains("giveaways.page-successor", "#2 A pen", "/giveaways/2");
        assertThat(shown(2)).contains("giveaways.page-instead", "#1 A book", "/giveaways/1");
        assertThat(file("log.jsonl").orElseThrow().lines().toList().getLast())
                .contains("\"kind\":\"opened\"")
                .contains("\"instead\":\"g-1-");
    }

    /** The public page of a giveaway, as phrases and links. */
    private String shown(long id) {
        OpenPage page = giveaways.openPages().getFirst();
        return Sqlite.readers(folder.resolve("lyceum.db"))
                .withHandle(read -> page.source().page(id, new ReadTx(read, World.START)))
                .orElseThrow()
                .document()
                .toString();
    }

    @Test
    void everyGiveawayStandsInThePublicLogAndNoLineCanBeChangedOrLeftOut() {
        world.commands(DISCORD, "ada", "giveaway-new", Map.of("prize", "A pen", "winners", "1", "minutes", "5"));
        world.commands(DISCORD, "ada", "giveaway-void", Map.of("id", "2"));
        world.presses(DISCORD, "bob", "Enter");
        world.passes(Duration.ofMinutes(6));

        List<String> log = file("log.jsonl").orElseThrow().lines().toList();
        List<String> shortened = new ArrayList<>(log);
        shortened.remove(1);

        assertThat(log).hasSize(4);
        assertThat(log.getFirst()).contains("\"kind\":\"opened\"");
        assertThat(world.room(DISCORD).getFirst())
                .contains(log.getFirst().replaceFirst(".*\"commit\":\"([0-9a-f]+).*", "$1"));
        assertThat(LogChain.check(log).bad()).isNull();
        assertThat(LogChain.check(shortened).bad()).isEqualTo(2);
        for (int line = 0; line < log.size() - 1; line++) {
            List<String> changed = new ArrayList<>(log);
            changed.set(line, log.get(line).replaceFirst("\"at\":\"2", "\"at\":\"3"));
            assertThat(LogChain.check(changed).bad()).isEqualTo(line + 2);
        }
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
