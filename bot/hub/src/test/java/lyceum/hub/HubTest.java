package lyceum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Place.HearingBegan;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Outcome;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub as its features and platforms see it. */
class HubTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";

    @TempDir
    Path folder;

    private final Parrot parrot = new Parrot();
    private World world;

    @BeforeEach
    void open() {
        world = World.open(folder, World.Cast.of(List.of(parrot), "hub"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatAFeatureAsksForStandsInTheRoomAndItsReceiptIsHeard() {
        world.says(DISCORD, "ann", "hello");

        assertThat(world.room(TELEGRAM)).containsExactly("ann: hello");
        assertThat(delivered()).containsExactly("parrot:hello");
    }

    @Test
    void whatTheHubItselfFailsOnIsKeptAsADeadLetterAndHoldsUpNothing() {
        world.says(DISCORD, "ann", "quite " + PlayedPlatform.UNFIT);
        MessageId after = world.says(DISCORD, "ann", "after");

        assertThat(world.room(TELEGRAM)).containsExactly("ann: after");
        assertThat(world.reads("select feature from hub_dead_letter")).containsExactly("hub");
        assertThat(world.hub().newest(after.room())).contains(after);
        assertThat(world.hub().figures().counters()).containsEntry("dead_letters", 1L);
    }

    @Test
    void whereHearingBeganIsKnownAfterADeathUntilMoreIsKnown() {
        MessageId first = new MessageId(RoomId.parse(DISCORD), "first");
        MessageId later = new MessageId(RoomId.parse(DISCORD), "later");

        world.hears(new HearingBegan(List.of(first)));
        world.restarts();
        assertThat(world.hub().newest(first.room())).contains(first);
        world.hears(posted("7", "once"));
        world.hears(new HearingBegan(List.of(later)));

        assertThat(world.hub().newest(first.room()))
                .contains(posted("7", "once").message());
    }

    @Test
    void aFrameThatComesTwiceIsHandledOnce() {
        MessagePosted posted = posted("7", "once");

        world.hears(posted);
        world.hears(posted);

        assertThat(world.room(TELEGRAM)).containsExactly("ann: once");
        assertThat(world.hub().figures().counters()).containsEntry("repeated", 1L);
    }

    @Test
    void aFeatureThatThrowsLosesItsOwnWritesOnlyAndCanBeReplayed() {
        parrot.failing = true;
        world.says(DISCORD, "ann", "poison");
        assertThat(heard()).isEmpty();
        parrot.failing = false;

        assertThat(world.hub().replay(1).join()).isTrue();
        world.settle();

        assertThat(heard()).containsExactly("poison");
        assertThat(world.room(TELEGRAM)).containsExactly("ann: poison");
        assertThat(world.hub().replay(1).join()).isFalse();
    }

    @Test
    void aRoomThatMustWaitKeepsItsOrderAndTheOtherRoomGoesOn() {
        telegram().later(Duration.ofSeconds(30));

        IntStream.range(0, 10).forEach(i -> world.says(DISCORD, "ann", "line " + i));
        world.says(TELEGRAM, "bob", "meanwhile");

        assertThat(world.room(TELEGRAM)).containsExactly("bob: meanwhile");
        assertThat(world.room(DISCORD)).contains("bob: meanwhile");
        world.passes(Duration.ofSeconds(31));
        assertThat(world.room(TELEGRAM))
                .containsExactlyElementsOf(IntStream.range(-1, 10)
                        .mapToObj(i -> i < 0 ? "bob: meanwhile" : "ann: line " + i)
                        .toList());
    }

    @Test
    void aPostWithoutAnAnswerIsReadBackWhereThatIsPossible() {
        discord().next(() -> {
            discord().stand(post(DISCORD, "bob", "lost answer"));
            throw new UncheckedIOException(new IOException("time-out"));
        });

        world.says(TELEGRAM, "bob", "lost answer");
        world.says(TELEGRAM, "bob", "next");
        world.passes(Duration.ofSeconds(5));

        assertThat(world.room(DISCORD)).containsExactly("bob: lost answer", "bob: next");
        assertThat(world.hub().figures().counters()).containsEntry("ambiguous", 0L);
    }

    @Test
    void aFirstPostWithoutAnAnswerIsReadBackHoweverMuchWasSaidSince() {
        world.says(DISCORD, "ann", "earlier");
        discord().next(() -> {
            discord().stand(post(DISCORD, "bob", "lost answer"));
            IntStream.range(0, 150).forEach(i -> discord().say(RoomId.parse(DISCORD), "ann", "line " + i, null));
            throw new UncheckedIOException(new IOException("time-out"));
        });

        world.says(TELEGRAM, "bob", "lost answer");
        world.passes(Duration.ofSeconds(5));

        assertThat(world.room(DISCORD)).containsOnlyOnce("bob: lost answer");
    }

    @Test
    void aPostWithoutAnAnswerIsSentAgainAndFlaggedWhereNothingCanBeReadBack() {
        telegram().next(() -> {
            telegram().stand(post(TELEGRAM, "ann", "lost answer"));
            throw new UncheckedIOException(new IOException("time-out"));
        });

        world.says(DISCORD, "ann", "lost answer");
        world.passes(Duration.ofSeconds(5));

        assertThat(world.room(TELEGRAM)).containsExactly("ann: lost answer", "ann: lost answer");
        assertThat(world.hub().figures().counters()).containsEntry("ambiguous", 1L);
    }

    @Test
    void aDefectInAnAdapterIsTriedFiveTimesAndStopsNothing() {
        IntStream.range(0, 5)
                .forEach(_ -> telegram().next(() -> {
                    throw new IllegalStateException("defect");
                }));

        world.says(DISCORD, "ann", "poison");
        world.says(DISCORD, "ann", "fine");
        world.passes(Duration.ofMinutes(5));

        assertThat(world.room(TELEGRAM)).containsExactly("ann: fine");
        assertThat(world.hub().figures().counters()).containsEntry("undeliverable", 1L);
    }

    @Test
    void whatARefusalLeavesUndoneDoesNotHoldUpTheRoom() {
        telegram().next(() -> new Outcome.Refused(Text.of("no right to post")));

        world.says(DISCORD, "ann", "refused");
        world.says(DISCORD, "ann", "fine");

        assertThat(world.room(TELEGRAM)).containsExactly("ann: fine");
    }

    @Test
    void whatWaitedWhenTheHubStoppedGoesOutAfterTheNextStartInOrder() {
        telegram().later(Duration.ofHours(1));
        IntStream.range(0, 5).forEach(i -> world.says(DISCORD, "ann", "line " + i));

        world.restarts();

        assertThat(world.room(TELEGRAM))
                .containsExactly("ann: line 0", "ann: line 1", "ann: line 2", "ann: line 3", "ann: line 4");
    }

    @Test
    void whatIsRehearsedLeavesNothingBehind() {
        world.rehearses(posted("7", "hello"), posted("8", "wake me up"));

        world.restarts();

        assertThat(world.room(TELEGRAM)).isEmpty();
        assertThat(delivered()).isEmpty();
        assertThat(world.reads("select body from hub_journal union all select body from hub_outbox"
                        + " union all select name from hub_timer where name like 'parrot%'"
                        + " union all select text from parrot_heard"))
                .isEmpty();
        world.hears(posted("7", "hello"));
        assertThat(world.room(TELEGRAM)).containsExactly("ann: hello");
    }

    @Test
    void aTimerFiresOnceAtItsTimeAndAfterDowntimeMarkedLate() {
        world.says(DISCORD, "ann", "wake me up");
        world.passes(Duration.ofSeconds(59));
        assertThat(world.room(TELEGRAM)).isEmpty();

        world.passes(Duration.ofSeconds(1));
        assertThat(world.room(TELEGRAM)).containsExactly("clock: wake me up");

        world.says(DISCORD, "ann", "wake me later");
        world.close();
        world.sleeps(Duration.ofHours(2));
        world.start();
        world.settle();

        assertThat(world.room(TELEGRAM)).containsExactly("clock: wake me up", "clock: wake me later late");
    }

    @Test
    void whileTheDiskIsFullNothingIsAcknowledgedAndThenTheHubGoesOnByItself() {
        AtomicInteger tries = new AtomicInteger();
        world.says(DISCORD, "ann", "fill the disk");
        world.whenOutOfRoom(db -> {
            if (tries.incrementAndGet() == 3) {
                db.execute("pragma max_page_count = 1000000");
            }
        });

        CompletableFuture<Void> durable = world.hub().accept(posted("9", "x".repeat(100_000)));
        Awaitility.await().until(() -> world.hub().figures().outOfRoom());
        assertThat(durable).isNotDone();
        durable.join();
        world.settle();

        assertThat(world.room(TELEGRAM)).hasSize(51);
        assertThat(world.hub().figures().outOfRoom()).isFalse();
    }

    @Test
    void theNewestMessageOfARoomIsKnownAfterARestart() {
        MessageId said = world.says(DISCORD, "ann", "hello");

        world.restarts();

        assertThat(world.hub().newest(RoomId.parse(DISCORD))).contains(said);
    }

    private List<String> heard() {
        return world.reads("select text from parrot_heard");
    }

    private List<String> delivered() {
        return world.reads("select ref from parrot_delivered");
    }

    private PlayedPlatform telegram() {
        return world.platform(RoomId.parse(TELEGRAM));
    }

    private PlayedPlatform discord() {
        return world.platform(RoomId.parse(DISCORD));
    }

    private static Post post(String room, String who, String text) {
        return new Post(RoomId.parse(room), Document.of(Text.of(text)), Language.EN, new Voice(who, null), null, "");
    }

    private static MessagePosted posted(String id, String text) {
        RoomId room = RoomId.parse(DISCORD);
        Speaker ann = new Speaker(new AuthorId(room.platform(), "ann"), "ann", null, Standing.FAN, false, null);
        return new MessagePosted(
                new Key(room.platform(), id, ""),
                new MessageId(room, id),
                ann,
                Text.of(text),
                List.of(),
                null,
                Instant.parse("2026-03-01T12:00:00Z"));
    }
}
