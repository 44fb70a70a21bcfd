package lyceum.scheduler.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.scheduler.certificate.Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What platforms show beside the talk follows each change of a class: a list of dates in one place, a pinned card in the other. */
class NoticesTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";
    private static final String FIRST = "1@2026-03-08T19:00 Graphs 2026-03-08T11:00:00Z to 2026-03-08T12:00:00Z";
    private static final String SECOND = "1@2026-03-15T19:00 Graphs 2026-03-15T11:00:00Z to 2026-03-15T12:00:00Z";

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private World world;

    @BeforeEach
    void open() {
        cast.has(1, "Asia/Shanghai", Language.EN, "discord:ada");
        ClassesSettings settings = new ClassesSettings(
                "Algorithm School",
                List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM)),
                Language.EN,
                Map.of(),
                ClassesSettings.DOCUMENTED_PACE);
        Classes classes = new Classes(settings, Signer.of(folder.resolve("certificate.key")), (_, _, _) -> List.of());
        world = World.open(folder, World.Cast.of(List.of(cast, classes), "hub", "classes"));
        asks(
                "class-new",
                "title",
                "Graphs",
                "start",
                "2026-03-08T19:00",
                "zone",
                "Asia/Shanghai",
                "rrule",
                "FREQ=WEEKLY");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void asks(String command, String... options) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            given.put(options[i], options[i + 1]);
        }
        world.commands(DISCORD, "ada", command, given);
    }

    private void until(String instant) {
        world.passes(Duration.between(world.now(), Instant.parse(instant)));
    }

    private String listed() {
        return world.admissions("discord").getLast();
    }

    private String card() {
        return world.message(TELEGRAM, 0).toString();
    }

    @Test
    void aPlannedClassIsListedOnceAndItsCardIsPinnedWhereThereIsNoList() {
        assertThat(listed()).isEqualTo("schedule [" + FIRST + "]");
        assertThat(world.admissions("telegram")).containsOnly("pin " + card());
        assertThat(world.admissions("discord")).noneMatch(line -> line.startsWith("pin"));
    }

    @Test
    void aMovedDateKeepsItsPlaceInTheList() {
        asks("class-move", "id", "1", "to", "2026-03-09T20:00");

        assertThat(listed())
                .isEqualTo("schedule [1@2026-03-08T19:00 Graphs 2026-03-09T12:00:00Z to 2026-03-09T13:00:00Z]");
    }

    @Test
    void aCancelledDateMakesRoomForTheNextAndACancelledClassForNothing() {
        asks("class-cancel", "id", "1", "date", "2026-03-08");
        String afterOne = listed();
        asks("class-cancel", "id", "1");

        assertThat(afterOne).isEqualTo("schedule [" + SECOND + "]");
        assertThat(listed()).isEqualTo("schedule []");
        assertThat(world.admissions("telegram").getLast()).isEqualTo("unpin " + card());
    }

    @Test
    void aDateThatIsUnderWayStandsUntilItEnds() {
        until("2026-03-08T11:30:00Z");
        String underWay = listed();
        until("2026-03-08T12:00:01Z");

        assertThat(underWay).isEqualTo("schedule [" + FIRST + "; " + SECOND + "]");
        assertThat(listed()).isEqualTo("schedule [" + SECOND + "]");
    }

    @Test
    void whatPeopleChangedByHandIsPutRightWithinSixHoursAlsoAfterARestart() {
        int before = world.admissions("discord").size();
        int pinned = world.admissions("telegram").size();

        world.restarts();
        world.passes(Duration.ofMinutes(361));

        assertThat(world.admissions("discord")).hasSize(before + 1).last().isEqualTo("schedule [" + FIRST + "]");
        assertThat(world.admissions("telegram")).hasSize(pinned + 1).last().isEqualTo("pin " + card());
    }

    @Test
    void aCancelledClassIsComparedNoMore() {
        asks("class-cancel", "id", "1");
        int before = world.admissions("discord").size();

        world.passes(Duration.ofHours(20));

        assertThat(world.admissions("discord")).hasSize(before);
        assertThat(world.admissions("telegram"))
                .filteredOn(line -> line.startsWith("unpin"))
                .hasSize(1);
    }
}
