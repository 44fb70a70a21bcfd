package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.hub.World;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.moderation.policy.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a case, as moderators and members see it. */
class CasesTest {
    private static final String ROOM = "discord:general";
    private static final String GROUP = "telegram:general";
    private static final String MODS = "discord:moderators";

    @TempDir
    Path folder;

    private final Later later = new Later();
    private World world;

    @BeforeEach
    void open() {
        ModerationSettings settings = new ModerationSettings(
                List.of(RoomId.parse(MODS)),
                List.of(RoomId.parse(ROOM), RoomId.parse(GROUP)),
                Duration.ofMinutes(15),
                ZoneOffset.UTC,
                Language.EN,
                Map.of());
        Gate gate = new Gate(
                settings,
                new Remembering(Policy.CLASSROOM, Engine.Limit.NONE),
                new Audit(new byte[32]),
                new BackTest(new Screen(
                        Policy.RELAXED, new WordLists(List.of(), List.of("free nitro")), Engine.Limit.NONE)));
        WordLists words = new WordLists(List.of("scam"), List.of("free nitro"));
        world = World.open(
                folder,
                World.Cast.of(List.of(new Everybody(), gate, later), "hub", "moderation")
                        .scoring(new Screen(Policy.RELAXED, words, Engine.Limit.NONE)));
        world.hasRoom(ROOM, "general");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoClaimsACaseIsLeftAloneWithItForAWhile() {
        world.says(ROOM, "ann", "free nitro here");

        assertThat(world.presses(MODS, "mei", "Claim")).isEqualTo("It is yours until 2026-03-01 12:05.");
        assertThat(world.room(MODS).getFirst())
                .contains("mei looks at this until 2026-03-01 12:05.")
                .doesNotContain("[Claim]");
        assertThat(world.presses(MODS, "ada", "Approve")).isEqualTo("mei looks at this until 2026-03-01 12:05.");
        world.passes(Duration.ofMinutes(6));
        assertThat(world.presses(MODS, "ada", "Approve")).isEqualTo("Approved. The other rooms read it now.");
    }

    @Test
    void messagesThatSayTheSameAreOneDecision() {
        world.says(ROOM, "ann", "Free nitro here!");
        world.says(ROOM, "bob", "free nitro here");
        MessageId taken = world.says(GROUP, "carla", "free  nitro, here");
        world.says(GROUP, "dan", "free nitro here");
        world.deletes(taken);

        assertThat(world.room(MODS)).hasSize(1);
        assertThat(world.room(MODS).getFirst()).contains("2 more messages say the same");
        world.presses(MODS, "mei", "Approve");
        assertThat(later.heard.stream().filter(line -> line.contains("released")))
                .hasSize(3);
    }

    @Test
    void aTimeoutHoldsOnEveryPlatformOfThePersonAndEndsAlsoAfterARestart() {
        world.says(GROUP, "ann", "good morning");
        world.says(ROOM, "ann", "free nitro here");
        world.presses(MODS, "mei", "Timeout");

        assertThat(world.admissions("discord"))
                .containsExactly("silence discord:ann discord:general until 2026-03-01T13:00:00Z");
        assertThat(world.admissions("telegram"))
                .containsExactly("silence telegram:ann telegram:general until 2026-03-01T13:00:00Z");
        assertThat(world.room("discord:@ann").getFirst())
                .isEqualTo("Lyceum: Case 1: you may not speak here until 2026-03-01 13:00. It says “free nitro”,"
                        + " which is on the word list. If you think that is wrong: /appeal 1");
        world.says(GROUP, "ann", "hello?");
        assertThat(world.room(GROUP)).containsExactly("ann: good morning");

        world.restarts();
        world.passes(Duration.ofMinutes(61));

        assertThat(world.admissions("discord")).last().isEqualTo("free discord:ann discord:general");
        world.says(GROUP, "ann", "hello again");
        assertThat(world.room(GROUP)).contains("ann: hello again");
    }

    @Test
    void anAccountThatWasLinkedAndNeverHeardIsSilencedToo() {
        world.says(ROOM, "ann", "free nitro here");
        MemberId ann = new MemberId("ann".hashCode() & 0x7fffffff);
        Set<AuthorId> accounts = Set.of(AuthorId.parse("discord:ann"), AuthorId.parse("telegram:ann"));
        world.hears(new MembersMerged(new MemberId(7), ann, accounts));

        world.presses(MODS, "mei", "Timeout");

        assertThat(world.admissions("telegram"))
                .containsExactly("silence telegram:ann telegram:general until 2026-03-01T13:00:00Z");
    }

    @Test
    void whoeverWasLinkedBeforeTheyWereHeardIsKnownByAllTheirAccounts() {
        world.says(GROUP, "twice", "free nitro here");

        world.presses(MODS, "mei", "Timeout");

        assertThat(world.admissions("discord"))
                .containsExactly("silence discord:twice discord:general until 2026-03-01T13:00:00Z");
    }

    @Test
    void aFanReportsAMessageAndItsCopiesGoWithIt() {
        MessageId rude = world.says(ROOM, "ann", "you all are boring");

        assertThat(world.commandsAbout(rude, "bob", "report", Map.of("reason", "rude")))
                .isEqualTo("Thank you. The moderators will look at it.");
        assertThat(world.room(MODS).getFirst()).contains("• Somebody reported it: “rude”");
        world.presses(MODS, "mei", "Warn");

        assertThat(world.room(ROOM)).isEmpty();
        assertThat(later.heard).containsExactly("ann: you all are boring", "deleted " + rude);
    }

    @Test
    void everybodySeesTheirOwnStrikesAndTheyWeighLessWithTime() {
        world.says(ROOM, "ann", "free nitro here");
        world.presses(MODS, "mei", "Timeout");
        assertThat(world.commands(ROOM, "bob", "mystrikes", Map.of())).isEqualTo("Nothing counts against you.");

        world.passes(Duration.ofDays(30));

        assertThat(world.commands(ROOM, "ann", "mystrikes", Map.of()))
                .isEqualTo("1.0 strikes count against you; what they weigh halves every 30 days.\n"
                        + "• Case 1: a timeout, 2026-03-01 12:00\nIf one of them is wrong: /appeal and its number.");
    }

    @Test
    void anAppealIsNotDecidedByWhoeverDecidedFirstAndRestoresEverything() {
        world.says(ROOM, "ann", "free nitro here");
        world.presses(MODS, "mei", "Ban");
        assertThat(world.commands(GROUP, "ann", "appeal", Map.of("reason", "it was a joke")))
                .isEqualTo("Another moderator will look at case 1, and you are told what comes of it.");
        assertThat(world.room(MODS).getLast())
                .isEqualTo(
                        "Lyceum: Appeal about case 1 by ann\nAgainst: a ban, by mei\nit was a joke [Uphold] [Overturn]");

        assertThat(world.presses(MODS, "mei", "Overturn"))
                .isEqualTo("It was your decision: somebody else must look at the appeal.");
        assertThat(world.presses(MODS, "ada", "Overturn")).isEqualTo("Overturned, and everything is as it was.");

        assertThat(world.room(ROOM)).containsExactly("ann: free nitro here");
        assertThat(later.heard).containsExactly("ann released: free nitro here 2026-03-01T12:00:00Z []");
        assertThat(world.admissions("discord")).last().isEqualTo("free discord:ann discord:general");
        assertThat(world.commands(ROOM, "ann", "mystrikes", Map.of())).isEqualTo("Nothing counts against you.");
        assertThat(world.presses(MODS, "ada", "Overturn")).isEqualTo("There is no appeal about case 1 that waits.");
    }

    @Test
    void aDecisionIsTakenBackOnceHoweverOftenItIsAskedFor() {
        world.says(ROOM, "ann", "free nitro here");
        world.presses(MODS, "mei", "Remove");

        assertThat(world.presses(MODS, "mei", "Undo"))
                .isEqualTo("Decisions to be taken back: 1\n"
                        + "• Case 1: messages said again: 1; people who are free again and lose the strike: 1 [Do it]");
        assertThat(world.room(ROOM)).isEmpty();
        MessageId card = world.message(MODS, 0);
        assertThat(world.chooses(card, "mei", "moderation:undo-now:case.1"))
                .isEqualTo("Done: everything is as it was.");
        assertThat(world.chooses(card, "mei", "moderation:undo-now:case.1"))
                .isEqualTo("There is nothing to take back.");

        assertThat(world.room(ROOM)).containsExactly("ann: free nitro here");
    }

    @Test
    void whatAModeratorDidInTheLastHourIsTakenBackByTheirName() {
        for (String fan : List.of("ann", "bob", "carla")) {
            world.says(ROOM, fan, "free nitro for " + fan);
            world.presses(MODS, "mei", "Ban");
        }
        world.says(ROOM, "mei", "they are gone");
        String plan = world.commands(ROOM, "ada", "undo", Map.of("case", "mei"));

        assertThat(plan).startsWith("Decisions to be taken back: 3").endsWith("[Do it]");
        world.chooses(world.message(MODS, 0), "ada", "moderation:undo-now:by." + ("mei".hashCode() & 0x7fffffff));

        assertThat(world.room(ROOM)).contains("ann: free nitro for ann", "carla: free nitro for carla");
        assertThat(world.admissions("discord").stream().filter(each -> each.startsWith("free")))
                .hasSize(3);
    }

    @Test
    void moderatorsPunishByNameAndOnlyThey() {
        world.says(ROOM, "ann", "good morning");

        assertThat(world.commands(ROOM, "mei", "timeout", Map.of("person", "ann", "minutes", "5")))
                .isEqualTo("Done: case 1. /undo 1 takes it back.");
        assertThat(world.admissions("discord"))
                .containsExactly("silence discord:ann discord:general until 2026-03-01T12:05:00Z");
        assertThat(world.commands(ROOM, "mei", "kick", Map.of("person", "nobody")))
                .startsWith("I know nobody, or more than one, by the name “nobody”.");
        world.commands(ROOM, "ann", "ban", Map.of("person", "mei"));
        assertThat(world.admissions("discord")).hasSize(1);
    }

    @Test
    void whoFloodsIsHeldAndTheSameWordsAgainAndAgainAreToo() {
        for (int i = 0; i < 8; i++) {
            world.says(ROOM, "ann", "line " + i);
        }
        assertThat(later.heard).hasSize(6);
        assertThat(world.room(MODS).getFirst()).contains("writes faster than anybody types");
    }
}
