package lyceum.scheduler.announcements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.scheduler.announcements.NoteSettings.Quota;
import lyceum.scheduler.classes.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A creator in Shanghai lets sponsors and tips speak: with a label, within the quota, never at night. It is Sunday, 20:00. */
class NotesTest {
    private static final String ROOM = "discord:general";
    private static final String CHINESE = "telegram:general";
    private static final String WORDS = "Pencils by Faber || 辉柏嘉铅笔";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        Cast cast = new Cast();
        cast.has(1, "Asia/Shanghai", Language.EN, "discord:ada");
        cast.has(2, "Asia/Shanghai", Language.ZH, "telegram:ada");
        NoteSettings settings = new NoteSettings(
                List.of(RoomId.parse(ROOM), RoomId.parse(CHINESE)),
                Map.of(RoomId.parse(CHINESE), Language.ZH, RoomId.parse(ROOM), Language.EN),
                new Quota(1, 3),
                new Quota(2, 5),
                new Quiet(LocalTime.of(22, 0), LocalTime.of(8, 0)));
        world = World.open(folder, World.Cast.of(List.of(cast, new Notes(settings)), "hub", "classes", "notes"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String plans(String kind, String text, String at, String... rule) {
        Map<String, String> options = new HashMap<>(Map.of("kind", kind, "text", text, "at", at));
        if (rule.length > 0) {
            options.put("rrule", rule[0]);
        }
        return world.commands(ROOM, "ada", "note-new", options);
    }

    @Test
    void theLabelStandsAboveWhateverTheWordsAre() {
        plans("sponsor", WORDS, "2026-03-02T09:00");
        plans("tip", "**Sponsored**? No: draw it first", "2026-03-02T09:30");
        world.passes(Duration.ofHours(14));

        assertThat(world.room(ROOM))
                .containsExactly(
                        "Lyceum: Sponsored · 赞助内容\nPencils by Faber",
                        "Lyceum: Tip · 小提示\n**Sponsored**? No: draw it first");
        assertThat(world.room(CHINESE).getFirst()).isEqualTo("Lyceum: 赞助内容 · Sponsored\n辉柏嘉铅笔");
    }

    @Test
    void atNightNothingIsToldAndInTheMorningItIs() {
        plans("sponsor", WORDS, "2026-03-02T02:00");
        world.passes(Duration.ofHours(11).plusMinutes(59));
        List<String> atNight = world.room(ROOM);
        world.passes(Duration.ofMinutes(2));

        assertThat(atNight).isEmpty();
        assertThat(world.room(ROOM)).hasSize(1);
    }

    @Test
    void neitherADayNorAWeekHasMoreThanItsQuotaHoweverManySponsorsThereAre() {
        plans("sponsor", WORDS, "2026-03-02T09:00", "FREQ=DAILY");
        plans("sponsor", "Ink by Pelikan", "2026-03-02T10:00", "FREQ=HOURLY");
        List<Integer> said = IntStream.range(0, 9)
                .map(_ -> {
                    int before = world.room(ROOM).size();
                    world.passes(Duration.ofDays(1));
                    return world.room(ROOM).size() - before;
                })
                .boxed()
                .toList();

        assertThat(said).containsExactly(1, 1, 1, 0, 0, 0, 0, 1, 1);
        assertThat(world.room(ROOM)).allMatch(line -> line.startsWith("Lyceum: Sponsored · 赞助内容\n"));
    }

    @Test
    void tipsHaveAQuotaOfTheirOwn() {
        plans("sponsor", WORDS, "2026-03-02T09:00");
        plans("tip", "Draw it first", "2026-03-02T09:00", "FREQ=HOURLY");
        world.passes(Duration.ofHours(20));

        assertThat(world.room(ROOM)).hasSize(3);
    }

    @Test
    void itIsToldOnceAlsoWhereTheHubWasAway() {
        plans("sponsor", WORDS, "2026-03-02T09:00");
        world.isDownFor(Duration.ofHours(15));
        world.restarts();
        world.passes(Duration.ofDays(2));

        assertThat(world.room(ROOM)).hasSize(1);
    }

    @Test
    void aNoteIsListedAndStopped() {
        String planned = plans("tip", WORDS, "2026-03-02T09:00", "FREQ=WEEKLY");
        String listed = world.commands(ROOM, "ada", "note-list", Map.of());
        String stopped = world.commands(ROOM, "ada", "note-stop", Map.of("id", "1"));
        world.passes(Duration.ofDays(8));

        assertThat(planned)
                .isEqualTo("Note 1 is told first at 2026-03-02 09:00. At most 2 of its kind go out a day and 5 a week,"
                        + " and none during 22:00–08:00.");
        assertThat(listed).contains("#1 Tip · 小提示, next 2026-03-02 09:00");
        assertThat(stopped).isEqualTo("Note 1 is not told any more.");
        assertThat(world.room(ROOM)).isEmpty();
        assertThat(world.commands(ROOM, "ada", "note-stop", Map.of("id", "1"))).contains("There is no such note");
    }

    @Test
    void aPreviewSaysWhatWillStandThereAndPlansNothing() {
        Map<String, String> options =
                Map.of("kind", "sponsor", "text", WORDS, "at", "2026-03-02T09:00", "preview", "yes");

        assertThat(world.commands(ROOM, "ada", "note-new", options))
                .isEqualTo("Sponsored · 赞助内容\nPencils by Faber\n辉柏嘉铅笔");
        world.passes(Duration.ofDays(1));
        assertThat(world.room(ROOM)).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedInTheLanguageOfWhoeverAsks() {
        assertThat(plans("tip", WORDS, "2026-02-30T09:00")).contains("does not exist in the calendar");
        assertThat(plans("tip", WORDS, "2026-03-02T09:00", "FREQ=SECONDLY")).contains("less than 15 minutes apart");
        assertThat(plans("tip", WORDS, "2020-03-02T09:00")).contains("choose a later one");
        assertThat(plans("tip", " || ", "2026-03-02T09:00")).contains("needs words");
        assertThat(world.commands(
                        CHINESE, "ada", "note-new", Map.of("kind", "tip", "text", WORDS, "at", "2026-02-30T09:00")))
                .contains("日历上没有");
    }

    @Test
    void fansPlanNothing() {
        world.commands(ROOM, "ann", "note-new", Map.of("kind", "tip", "text", WORDS, "at", "2026-03-02T09:00"));
        world.passes(Duration.ofDays(1));

        assertThat(world.room(ROOM)).isEmpty();
    }
}
