package lyceum.scheduler.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Place.StreamChanged;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.scheduler.certificate.Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A creator in Shanghai, fans in Berlin and Shanghai, a weekly class. */
class ClassesTest {
    private static final String ROOM = "discord:general";
    private static final String ANN = "telegram:@ann";
    private static final String MING = "discord:@xiaoming";
    private static final Map<String, String> GRAPHS =
            Map.of("title", "Graphs", "start", "2026-03-08T19:00", "zone", "Asia/Shanghai", "rrule", "FREQ=WEEKLY");

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private World world;

    @BeforeEach
    void open() {
        cast.has(1, "Asia/Shanghai", Language.EN, "discord:ada");
        cast.has(2, "Europe/Berlin", Language.EN, "telegram:ann");
        cast.has(3, "Asia/Shanghai", Language.ZH, "discord:xiaoming");
        ClassesSettings settings = new ClassesSettings(
                "Algorithm School",
                List.of(RoomId.parse(ROOM), RoomId.parse("twitch:ada")),
                Language.EN,
                Map.of(),
                ClassesSettings.DOCUMENTED_PACE);
        Classes classes = new Classes(settings, Signer.of(folder.resolve("certificate.key")), (_, _, _) -> List.of());
        world = World.open(
                folder, World.Cast.of(List.of(cast, classes), "hub", "classes").withStreamChat());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void until(String instant) {
        world.passes(Duration.between(world.now(), Instant.parse(instant)));
    }

    private String asks(String room, String who, String command, String... options) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            given.put(options[i], options[i + 1]);
        }
        return world.commands(room, who, command, given);
    }

    @Test
    void aNewClassIsAnnouncedWithItsButtonsAndItsMakerReadsTheNextDate() {
        String answer = world.commands(ROOM, "ada", "class-new", GRAPHS);

        assertThat(answer)
                .isEqualTo("Graphs is planned as number 1."
                        + " Its next date is Sunday 8 March 2026, 19:00 (Asia/Shanghai).");
        assertThat(world.room(ROOM))
                .containsExactly("Lyceum: Graphs\nNext date: Sunday 8 March 2026, 19:00 (Asia/Shanghai)\n"
                        + "Repeats: every week\nLasts: 1 hour\nNumber: 1 [I come] [Remind me]");
    }

    @Test
    void onlyTheCreatorMakesClasses() {
        String answer = world.commands(ROOM, "xiaoming", "class-new", GRAPHS);

        assertThat(answer).isNotEmpty();
        assertThat(world.room(ROOM)).isEmpty();
    }

    @Test
    void whoComesIsRemindedThreeTimesInTheirOwnTimeAndLanguage() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        world.presses(ROOM, "xiaoming", "I come");
        asks("telegram:ann", "ann", "class-come", "id", "1");

        until("2026-03-09T00:00:00Z");

        assertThat(world.room(ANN))
                .containsExactly(
                        "Lyceum: Graphs begins in 1 day: Sunday 8 March 2026, 12:00 (Europe/Berlin)",
                        "Lyceum: Graphs begins in 1 hour: Sunday 8 March 2026, 12:00 (Europe/Berlin)",
                        "Lyceum: Graphs begins in 5 minutes: Sunday 8 March 2026, 12:00 (Europe/Berlin)");
        assertThat(world.room(MING))
                .containsExactly(
                        "Lyceum: Graphs 将在 1 天后开始：2026年3月8日星期日 19:00 (Asia/Shanghai)",
                        "Lyceum: Graphs 将在 1 小时后开始：2026年3月8日星期日 19:00 (Asia/Shanghai)",
                        "Lyceum: Graphs 将在 5 分钟后开始：2026年3月8日星期日 19:00 (Asia/Shanghai)");
    }

    @Test
    void theRoomsReadOnceThatAClassBeginsWhenTheStreamGoesLive() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        goesLive("1");
        int longBefore = world.room(ROOM).size();
        until("2026-03-08T10:58:00Z");
        int before = world.room(ROOM).size();

        goesLive("2");
        goesLive("3");

        assertThat(longBefore).isOne();
        assertThat(world.room(ROOM)).hasSize(before + 1);
        assertThat(world.room(ROOM).getLast()).isEqualTo("Lyceum: Graphs begins now: the stream is live.");
    }

    @Test
    void whereNoStreamGoesLiveTheRoomsReadThatItIsLateAndThenThatItBegins() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);

        until("2026-03-08T11:04:59Z");
        String before = world.room(ROOM).getLast();
        until("2026-03-08T11:05:00Z");
        String late = world.room(ROOM).getLast();
        goesLive("1");

        assertThat(before).contains("in 5 minutes");
        assertThat(late).startsWith("Lyceum: Graphs begins a little late: the stream is not live yet.");
        assertThat(world.room(ROOM).getLast()).isEqualTo("Lyceum: Graphs begins now: the stream is live.");
    }

    @Test
    void aClassWhoseStreamRunsAlreadyBeginsAtItsTime() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        until("2026-03-08T09:30:00Z");
        goesLive("1");

        until("2026-03-08T11:30:00Z");

        assertThat(world.room(ROOM))
                .filteredOn(line -> line.contains("Graphs begins now") || line.contains("late"))
                .containsExactly("Lyceum: Graphs begins now: the stream is live.");
    }

    @Test
    void whenADateIsOverTheAnnouncementShowsTheNext() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);

        until("2026-03-08T12:00:00Z");

        assertThat(world.room(ROOM).getFirst()).contains("Next date: Sunday 15 March 2026, 19:00");
    }

    private void goesLive(String key) {
        RoomId stream = RoomId.parse("twitch:ada");
        world.hears(new StreamChanged(new Key(stream.platform(), key, ""), stream, true, world.now()));
    }

    @Test
    void eachReminderLeavesAtItsInstant() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        world.presses(ROOM, "xiaoming", "I come");

        until("2026-03-08T10:54:59.999Z");
        int before = world.room(MING).size();
        until("2026-03-08T10:55:00Z");

        assertThat(before).isEqualTo(2);
        assertThat(world.room(MING)).hasSize(3);
    }

    @Test
    void aMovedDateCorrectsEverybodyAndNeverRemindsWithTheOldTime() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        world.presses(ROOM, "xiaoming", "I come");
        asks("telegram:ann", "ann", "class-remind", "id", "1", "before", "1h");
        until("2026-03-07T12:00:00Z");

        String answer = asks(ROOM, "ada", "class-move", "id", "1", "to", "2026-03-09T20:00");
        String card = world.room(ROOM).getFirst();
        until("2026-03-10T00:00:00Z");

        assertThat(answer)
                .isEqualTo("Graphs is moved from Sunday 8 March 2026, 19:00 (Asia/Shanghai)"
                        + " to Monday 9 March 2026, 20:00 (Asia/Shanghai); everybody will be told.");
        assertThat(world.room(ANN))
                .containsExactly(
                        "Lyceum: Graphs was moved. It now begins Monday 9 March 2026, 13:00 (Europe/Berlin),"
                                + " and not Sunday 8 March 2026, 12:00 (Europe/Berlin).",
                        "Lyceum: Graphs begins in 1 hour: Monday 9 March 2026, 13:00 (Europe/Berlin)");
        assertThat(world.room(MING))
                .containsExactly(
                        "Lyceum: Graphs 将在 1 天后开始：2026年3月8日星期日 19:00 (Asia/Shanghai)",
                        "Lyceum: Graphs 改期了。现在的开始时间是 2026年3月9日星期一 20:00 (Asia/Shanghai)，"
                                + "不是 2026年3月8日星期日 19:00 (Asia/Shanghai)。",
                        "Lyceum: Graphs 将在 1 天后开始：2026年3月9日星期一 20:00 (Asia/Shanghai)",
                        "Lyceum: Graphs 将在 1 小时后开始：2026年3月9日星期一 20:00 (Asia/Shanghai)",
                        "Lyceum: Graphs 将在 5 分钟后开始：2026年3月9日星期一 20:00 (Asia/Shanghai)");
        assertThat(card).contains("Next date: Monday 9 March 2026, 20:00");
    }

    @Test
    void aCancelledDateIsToldAndNotRemindedOfWhileTheNextOneIs() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        asks("telegram:ann", "ann", "class-remind", "id", "1", "before", "1h");

        asks(ROOM, "ada", "class-cancel", "id", "1", "date", "2026-03-08");
        until("2026-03-16T00:00:00Z");

        assertThat(world.room(ANN))
                .containsExactly(
                        "Lyceum: Graphs does not take place Sunday 8 March 2026, 12:00 (Europe/Berlin):"
                                + " that date is cancelled.",
                        "Lyceum: Graphs begins in 1 hour: Sunday 15 March 2026, 12:00 (Europe/Berlin)");
    }

    @Test
    void summerTimeInBerlinMovesTheReadersTimeAndNotTheClass() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        asks("telegram:ann", "ann", "class-remind", "id", "1", "before", "5m");

        until("2026-04-01T00:00:00Z");

        assertThat(world.room(ANN))
                .hasSize(4)
                .last()
                .asString()
                .contains("Sunday 29 March 2026, 13:00 (Europe/Berlin)");
    }

    @Test
    void aPersonWithTwoAccountsIsToldOnceWhereTheyLikeIt() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        cast.has(4, "Europe/Berlin", Language.EN, "discord:bob");
        cast.has(5, "Europe/Berlin", Language.EN, "telegram:bob");
        world.presses(ROOM, "bob", "I come");
        asks("telegram:bob", "bob", "class-come", "id", "1");
        cast.has(4, "Europe/Berlin", Language.EN, "discord:bob", "telegram:bob");
        asks("telegram:bob", "bob", "class-list");

        until("2026-03-09T00:00:00Z");

        List<String> both = new ArrayList<>(world.room("telegram:@bob"));
        both.addAll(world.room("discord:@bob"));
        assertThat(both).hasSize(3);
    }

    @Test
    void whoWantsNoPrivateMessagesGetsNone() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        world.presses(ROOM, "xiaoming", "I come");
        cast.hasQuiet(3, "Asia/Shanghai", Language.ZH, "discord:xiaoming");
        asks(ROOM, "xiaoming", "class-list");

        until("2026-03-09T00:00:00Z");

        assertThat(world.room(MING)).isEmpty();
    }

    @Test
    void afterDowntimeTheNearestReminderComesMarkedLateAndTheOthersAreDropped() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        world.presses(ROOM, "xiaoming", "I come");

        world.isDownFor(Duration.between(world.now(), Instant.parse("2026-03-08T10:30:00Z")));
        until("2026-03-09T00:00:00Z");

        assertThat(world.room(MING))
                .containsExactly(
                        "Lyceum: Graphs 将在 30 分钟后开始：2026年3月8日星期日 19:00 (Asia/Shanghai)。" + "Lyceum 刚才离线，这条提醒来晚了。",
                        "Lyceum: Graphs 将在 5 分钟后开始：2026年3月8日星期日 19:00 (Asia/Shanghai)");
    }

    @Test
    void aClassThatBeganDuringDowntimeIsNotRemindedOf() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        world.presses(ROOM, "xiaoming", "I come");

        world.isDownFor(Duration.between(world.now(), Instant.parse("2026-03-08T11:30:00Z")));
        until("2026-03-08T12:00:00Z");

        assertThat(world.room(MING)).isEmpty();
    }

    @Test
    void whoSpeaksDuringTheClassGetsACertificateThatCanBeChecked() {
        world.commands(ROOM, "ada", "class-new", GRAPHS);
        until("2026-03-08T11:10:00Z");
        world.says(ROOM, "xiaoming", "老师好");
        until("2026-03-08T13:00:00Z");
        world.says(ROOM, "ann", "too late");

        String certificate = asks(ROOM, "xiaoming", "class-certificate", "id", "1");
        String none = asks(ROOM, "ada", "class-certificate", "id", "1");

        assertThat(certificate).contains("person: xiaoming\nattended: 2026-03-08T11:10:00Z 60 minutes");
        assertThat(none).startsWith("You were not seen");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThat(asks(ROOM, "ada", "class-new", "title", "x", "start", "2026-02-30T10:00", "zone", "Asia/Shanghai"))
                .contains("'2026-02-30T10:00' does not exist");
        assertThat(asks(ROOM, "ada", "class-new", "title", "x", "start", "2026-03-30T10:00", "zone", "Asia/Beijing"))
                .contains("Asia/Shanghai");
        assertThat(asks(
                        ROOM,
                        "ada",
                        "class-new",
                        "title",
                        "x",
                        "start",
                        "2026-03-30T10:00",
                        "zone",
                        "UTC",
                        "rrule",
                        "FREQ=SECONDLY"))
                .contains("less than 15 minutes apart");
        assertThat(asks(ROOM, "ada", "class-new", "title", "x", "start", "2020-03-30T10:00", "zone", "UTC"))
                .contains("over");
        assertThat(asks(ROOM, "ada", "class-come", "id", "77")).contains("no class number 77");
        assertThat(world.room(ROOM)).isEmpty();
    }
}
