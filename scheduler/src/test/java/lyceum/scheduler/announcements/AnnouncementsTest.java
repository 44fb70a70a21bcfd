package lyceum.scheduler.announcements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thing is said everywhere, each room reads it in its language, and it can be changed later. */
class AnnouncementsTest {
    private static final String ROOM = "discord:general";
    private static final String CHINESE = "telegram:general";
    private static final String BOTH = "The class is full || 这门课满了";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        AnnouncementSettings settings = new AnnouncementSettings(
                List.of(RoomId.parse(ROOM), RoomId.parse(CHINESE)), Map.of(RoomId.parse(CHINESE), Language.ZH));
        world = World.open(folder, World.Cast.of(List.of(new Announcements(settings)), "hub", "announcements"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eachRoomReadsItsOwnLanguageAndARoomOfNoneReadsBoth() {
        world.commands(ROOM, "ada", "announce", Map.of("text", BOTH));

        assertThat(world.room(ROOM)).containsExactly("Lyceum: The class is full\n这门课满了");
        assertThat(world.room(CHINESE)).containsExactly("Lyceum: 这门课满了");
    }

    @Test
    void wordsInOneLanguageReachEverybody() {
        world.commands(ROOM, "ada", "announce", Map.of("text", "Hello"));

        assertThat(world.room(CHINESE)).containsExactly("Lyceum: Hello");
    }

    @Test
    void aPreviewIsForItsMakerAlone() {
        String seen = world.commands(ROOM, "ada", "announce", Map.of("text", BOTH, "preview", "yes"));

        assertThat(seen).contains("English readers: The class is full", "Chinese readers: 这门课满了");
        assertThat(world.room(ROOM)).isEmpty();
    }

    @Test
    void whatIsPlannedGoesOutAtItsTimeOnceAlsoAfterARestart() {
        world.commands(ROOM, "ada", "announce", Map.of("text", "Hello", "at", "2026-03-01T14:00"));
        world.passes(Duration.ofMinutes(119));
        List<String> before = world.room(ROOM);
        world.restarts();
        world.passes(Duration.ofMinutes(5));
        world.restarts();
        world.passes(Duration.ofDays(2));

        assertThat(before).isEmpty();
        assertThat(world.room(ROOM)).containsExactly("Lyceum: Hello");
    }

    @Test
    void aChangeReachesEveryRoom() {
        world.commands(ROOM, "ada", "announce", Map.of("text", BOTH));
        world.commands(ROOM, "ada", "announce-edit", Map.of("id", "1", "text", "There is room || 还有位子"));

        assertThat(world.room(ROOM)).containsExactly("Lyceum: There is room\n还有位子");
        assertThat(world.room(CHINESE)).containsExactly("Lyceum: 还有位子");
    }

    @Test
    void fansAnnounceNothing() {
        world.commands(ROOM, "ann", "announce", Map.of("text", BOTH));

        assertThat(world.room(CHINESE)).isEmpty();
    }
}
