package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.event.Answer.Undeliverable;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Scorer;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.moderation.policy.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate does with words that are not wanted, as everybody in the rooms sees it. */
class GateTest {
    private static final String ROOM = "discord:general";
    private static final String MODS = "discord:moderators";
    private static final String CHINESE_MODS = "telegram:moderators";
    private static final String BODY =
            "\nAuthor: ann\nWhere: general (Discord)\nWhen: 2026-03-01 12:00\nfree nitro here"
                    + "\n• It says “free nitro”, which is on the word list.";
    private static final String MEANWHILE =
            "\nThose who are there can read it; it goes to no other room until you decide.";
    private static final String CARD = "Lyceum: Case 1: a message waits for you" + BODY + MEANWHILE
            + " [Claim] [Approve] [Remove] [Warn] [Timeout] [Ban]";

    @TempDir
    Path folder;

    private final Later later = new Later();
    private World world;

    @BeforeEach
    void open() {
        world = open(new Screen(
                Policy.RELAXED, new WordLists(List.of("scam", "诈骗"), List.of("free nitro", "加微信")), Engine.Limit.NONE));
        world.hasRoom(ROOM, "general");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatNobodyObjectsToPasses() {
        world.says(ROOM, "ann", "hello");
        world.says(ROOM, "小明", "你好");

        assertThat(later.heard).containsExactly("ann: hello", "小明: 你好");
        assertThat(world.room(MODS)).isEmpty();
    }

    @Test
    void aHeldMessageStaysWhereItIsGoesNowhereAndIsShownToAllModerators() {
        world.says(ROOM, "ann", "free nitro here");

        assertThat(later.heard).isEmpty();
        assertThat(world.room(ROOM)).containsExactly("ann: free nitro here");
        assertThat(world.room(MODS)).containsExactly(CARD);
        assertThat(world.room(CHINESE_MODS))
                .containsExactly("Lyceum: 1 号：有一条消息等你看看\n作者：ann\n房间：general（Discord）\n时间：2026-03-01 12:00\n"
                        + "free nitro here\n• 其中的“free nitro”在词表里。\n在场的人能看到它；你决定之前不会转到其他房间。"
                        + " [Claim] [Approve] [Remove] [Warn] [Timeout] [Ban]");
    }

    @Test
    void anApprovedMessageGoesOnWithItsAuthorAndTimeAndAllCardsSayWhoDecided() {
        world.says(ROOM, "ann", "free nitro here");
        world.passes(Duration.ofMinutes(5));
        world.restarts();

        String answer = world.presses(MODS, "mei", "Approve");

        assertThat(answer).isEqualTo("Approved. The other rooms read it now.");
        assertThat(later.heard).containsExactly("ann released: free nitro here 2026-03-01T12:00:00Z []");
        assertThat(world.room(ROOM)).containsExactly("ann: free nitro here");
        assertThat(world.room(MODS))
                .containsExactly("Lyceum: Case 1: approved by mei, 2026-03-01 12:05" + BODY + " [Undo]");
        assertThat(world.room(CHINESE_MODS))
                .containsExactly("Lyceum: 1 号：mei 已通过，2026-03-01 12:05\n作者：ann\n房间：general（Discord）\n"
                        + "时间：2026-03-01 12:00\nfree nitro here\n• 其中的“free nitro”在词表里。 [Undo]");
    }

    @Test
    void aRejectedMessageIsTakenAwayAndNobodyHearsOfIt() {
        world.says(ROOM, "ann", "free nitro here");

        String answer = world.presses(CHINESE_MODS, "ada", "Remove");

        assertThat(answer).isEqualTo("Removed. The message is taken away.");
        assertThat(world.room(ROOM)).isEmpty();
        assertThat(later.heard).isEmpty();
        assertThat(world.room(MODS))
                .containsExactly("Lyceum: Case 1: removed by ada, 2026-03-01 12:00" + BODY + " [Undo]");
    }

    @Test
    void onlyTheFirstDecisionHoldsAndTheSecondIsToldWhose() {
        world.says(ROOM, "ann", "free nitro here");
        MessageId card = world.message(MODS, 0);
        world.presses(MODS, "mei", "Approve");

        assertThat(world.chooses(card, "ada", "moderation:remove:1"))
                .isEqualTo("This is decided already: approved by mei, 2026-03-01 12:00.");
        assertThat(world.room(ROOM)).containsExactly("ann: free nitro here");
        assertThat(later.heard).hasSize(1);
    }

    @Test
    void aFanDecidesNothing() {
        world.says(ROOM, "ann", "free nitro here");

        assertThat(world.presses(MODS, "ann", "Approve")).isEqualTo("Only moderators can decide this.");
        assertThat(world.presses(MODS, "小明", "Remove")).isEqualTo("只有管理员可以处理。");
        assertThat(world.room(MODS)).containsExactly(CARD);
        assertThat(later.heard).isEmpty();
    }

    @Test
    void aCaseThatNeverWasIsAnsweredAndOtherChoicesAreNotOurs() {
        world.says(ROOM, "ann", "free nitro here");
        MessageId card = world.message(MODS, 0);

        assertThat(world.chooses(card, "mei", "moderation:approve:99")).isEqualTo("There is no case 99 any more.");
        assertThat(world.chooses(card, "mei", "moderation:approve:x")).isEmpty();
        assertThat(world.chooses(card, "mei", "polls:vote:1")).isEmpty();
    }

    @Test
    void aForbiddenWordTakesTheMessageAwayAndTheModeratorsSeeWhat() {
        world.says(ROOM, "ann", "this is a SCAM");

        assertThat(world.room(ROOM)).isEmpty();
        assertThat(later.heard).isEmpty();
        assertThat(world.room(MODS))
                .containsExactly(
                        "Lyceum: Case 1: the message was removed\nAuthor: ann\nWhere: general (Discord)\n"
                                + "When: 2026-03-01 12:00\nthis is a SCAM\n• It says “SCAM”, which is on the word list. [Undo]");
        world.passes(Duration.ofHours(1));
        assertThat(world.room(MODS)).hasSize(1);
    }

    @Test
    void theModeratorsAreRemindedOnce() {
        world.says(ROOM, "ann", "free nitro here");
        world.passes(Duration.ofMinutes(14));
        assertThat(world.room(MODS)).hasSize(1);

        world.passes(Duration.ofHours(3));

        assertThat(world.room(MODS)).containsExactly(CARD, "Lyceum: Case 1 still waits: nobody has decided yet.");
        assertThat(world.repliedTo(MODS, 1)).isEqualTo(world.message(MODS, 0));
        assertThat(world.room(CHINESE_MODS)).hasSize(2).last().isEqualTo("Lyceum: 1 号还在等待处理，请抽空看看。");
    }

    @Test
    void whoHasDecidedIsNotReminded() {
        world.says(ROOM, "ann", "free nitro here");
        world.presses(MODS, "mei", "Remove");

        world.passes(Duration.ofHours(1));

        assertThat(world.room(MODS)).hasSize(1);
    }

    @Test
    void anEditIntoSomethingDoubtfulTakesTheCopiesBackUntilSomebodyDecides() {
        MessageId message = world.says(ROOM, "ann", "hello");

        world.edits(message, "ann", "free nitro here");

        assertThat(later.heard).containsExactly("ann: hello", "deleted " + message);
        assertThat(world.room(MODS)).containsExactly(CARD);
        world.presses(MODS, "mei", "Approve");
        assertThat(later.heard).last().isEqualTo("ann released: free nitro here 2026-03-01T12:00:00Z []");
    }

    @Test
    void anApprovedTextIsNotAskedAboutAgainWhenThePlatformReportsItAgain() {
        MessageId message = world.says(ROOM, "ann", "free nitro here");
        world.presses(MODS, "mei", "Approve");

        world.edits(message, "ann", "free nitro here");

        assertThat(world.room(MODS)).hasSize(1);
        assertThat(world.room(MODS).getFirst()).contains("approved by mei");
        world.edits(message, "ann", "free nitro here, really");
        assertThat(world.room(MODS)).hasSize(2);
    }

    @Test
    void anEditIntoSomethingForbiddenTakesMessageAndCopiesAway() {
        MessageId message = world.says(ROOM, "ann", "hello");

        world.edits(message, "ann", "a scam");

        assertThat(later.heard).containsExactly("ann: hello", "deleted " + message);
        assertThat(world.room(ROOM)).isEmpty();
        assertThat(world.room(MODS)).hasSize(1);
    }

    @Test
    void theModeratorsDecideAboutWhatAMessageSaysNow() {
        MessageId message = world.says(ROOM, "ann", "free nitro here");

        world.edits(message, "ann", "sorry, wrong room");

        assertThat(later.heard).isEmpty();
        assertThat(world.room(MODS)).hasSize(1).first().asString().contains("\nsorry, wrong room\n");
        world.presses(MODS, "mei", "Approve");
        assertThat(later.heard).containsExactly("ann released: sorry, wrong room 2026-03-01T12:00:00Z []");
    }

    @Test
    void aWaitingMessageThatBecomesForbiddenGoes() {
        MessageId message = world.says(ROOM, "ann", "free nitro here");

        world.edits(message, "ann", "诈骗");

        assertThat(world.room(ROOM)).isEmpty();
        assertThat(later.heard).isEmpty();
        assertThat(world.room(MODS))
                .containsExactly("Lyceum: Case 1: the message was removed\nAuthor: ann\nWhere: general (Discord)\n"
                        + "When: 2026-03-01 12:00\n诈骗\n• It says “诈骗”, which is on the word list. [Undo]");
    }

    @Test
    void aMessageThatItsAuthorTookBackIsNeverReleased() {
        MessageId message = world.says(ROOM, "ann", "free nitro here");
        MessageId card = world.message(MODS, 0);

        world.deletes(message);

        assertThat(world.room(MODS)).containsExactly("Lyceum: Case 1: its author took the message back" + BODY);
        assertThat(world.chooses(card, "mei", "moderation:approve:1"))
                .isEqualTo("This is decided already: its author took the message back.");
        assertThat(later.heard).containsExactly("deleted " + message);
    }

    @Test
    void moderatorsMayQuoteBadWordsAmongThemselvesAndNobodyElseMay() {
        world.says(MODS, "mei", "he wrote scam");
        assertThat(world.room(MODS)).containsExactly("mei: he wrote scam");
        assertThat(later.heard).containsExactly("mei: he wrote scam");

        world.says(ROOM, "mei", "no scam here please");
        assertThat(world.room(ROOM)).isEmpty();
        world.says(MODS, "ann", "scam");
        assertThat(world.room(MODS)).doesNotContain("ann: scam");
    }

    @Test
    void whenTheCheckFailsAModeratorIsAsked() {
        world.close();
        world = open(new Broken());

        world.says(ROOM, "ann", "hello");

        assertThat(world.room(ROOM)).containsExactly("ann: hello");
        assertThat(later.heard).isEmpty();
        assertThat(world.room(MODS))
                .containsExactly("Lyceum: Case 1: a message waits for you\nAuthor: ann\nWhere: general (Discord)\n"
                        + "When: 2026-03-01 12:00\nhello\n• The check failed, so please look at it yourself.\n"
                        + "Those who are there can read it; it goes to no other room until you decide."
                        + " [Claim] [Approve] [Remove] [Warn] [Timeout] [Ban]");
        world.presses(MODS, "mei", "Approve");
        assertThat(later.heard).containsExactly("ann released: hello 2026-03-01T12:00:00Z []");
    }

    @Test
    void whatNobodyChecksIsHeldToo() {
        world.close();
        world = World.open(folder, cast());

        world.says(ROOM, "ann", "hello");

        assertThat(later.heard).isEmpty();
        assertThat(world.room(MODS)).hasSize(1);
    }

    @Test
    void whatItsAuthorWishesGoesWithAReleasedMessage() {
        world.says(ROOM, "shy", "加微信");

        world.presses(MODS, "mei", "Approve");

        assertThat(later.heard).containsExactly("shy released: 加微信 2026-03-01T12:00:00Z [NOT_RELAYED]");
    }

    @Test
    void whenAPlatformDoesNotLetUsDeleteAModeratorIsAsked() {
        MessageId message = world.says(ROOM, "ann", "a scam");

        world.hears(new Undeliverable(
                new EffectId(1), new Delete(message, "moderation:remove:1"), Text.of("no permission")));

        assertThat(world.room(MODS))
                .hasSize(2)
                .last()
                .isEqualTo("Lyceum: Case 1: the platform did not let me take the message away,"
                        + " so it still stands. Please delete it by hand.");
    }

    @Test
    void aNameOrALongTextCannotBreakTheCard() {
        world.says(ROOM, "a\n\u202eWhy: ok", "free nitro " + "x".repeat(5_000));

        assertThat(world.room(MODS)).hasSize(1);
        assertThat(world.room(MODS).getFirst())
                .contains("Author: a Why: ok\n")
                .contains("x…\n")
                .hasSizeLessThan(1_100);
    }

    @Test
    void theQueueInTheConsoleShowsWhatWaitsAndThenWhatBecameOfIt() {
        world.says(ROOM, "ann", "free nitro here");
        assertThat(world.page("queue", "mei", Map.of()))
                .startsWith("Case 1: a message waits for you", "Author: ann", "Where: general (Discord)")
                .contains("free nitro here")
                .endsWith("[Claim]", "[Approve]", "[Remove]", "[Warn]", "[Timeout]", "[Ban]");

        world.chooses(world.message(ROOM, 0), "mei", "moderation:approve:1");

        assertThat(world.page("queue", "mei", Map.of()))
                .startsWith("Nothing waits for you.")
                .contains("• 1 · ann · free nitro here · approved by mei, 2026-03-01 12:00")
                .doesNotContain("[Approve]");
    }

    private World open(Scorer<Signals> scorer) {
        return World.open(folder, cast().scoring(scorer));
    }

    private World.Cast cast() {
        ModerationSettings settings = new ModerationSettings(
                List.of(RoomId.parse(MODS), RoomId.parse(CHINESE_MODS)),
                List.of(RoomId.parse(ROOM)),
                Duration.ofMinutes(15),
                ZoneOffset.UTC,
                Language.EN,
                Map.of(RoomId.parse(CHINESE_MODS), Language.ZH));
        return World.Cast.of(
                List.of(
                        new Everybody(),
                        new Gate(
                                settings,
                                new Remembering(Policy.RELAXED, Engine.Limit.NONE),
                                new Audit(new byte[32]),
                                new BackTest(new Screen(
                                        Policy.RELAXED,
                                        new WordLists(List.of(), List.of("free nitro")),
                                        Engine.Limit.NONE))),
                        later),
                "hub",
                "moderation");
    }

    /** A check that fails on everything. */
    private static final class Broken implements Scorer<Signals> {
        @Override
        public Class<Signals> type() {
            return Signals.class;
        }

        @Override
        public Signals score(Event event) {
            throw new IllegalStateException("broken");
        }
    }
}
