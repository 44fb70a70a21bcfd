package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes during a lockdown, and what is told of it. */
class LockdownTest {
    private static final String ROOM = "discord:general";
    private static final String CHINESE_ROOM = "telegram:general";
    private static final String BEGINS =
            "Lyceum: Lockdown: until a moderator ends it, what fans say here is not read in the other rooms.";
    private static final String ENDS =
            "Lyceum: The lockdown is over: what is said here from now on is read in the other rooms again.";

    @TempDir
    Path folder;

    private final Later later = new Later();
    private World world;

    @BeforeEach
    void open() {
        LockdownSettings settings = new LockdownSettings(
                List.of(RoomId.parse(ROOM), RoomId.parse(CHINESE_ROOM)),
                Language.EN,
                Map.of(RoomId.parse(CHINESE_ROOM), Language.ZH));
        world = World.open(
                folder, World.Cast.of(List.of(new Everybody(), new Lockdown(settings), later), "hub", "lockdown"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void duringALockdownOnlyModeratorsAndCreatorsAreHeardAlsoAfterARestart() {
        assertThat(lockdown("mei", "on"))
                .isEqualTo("Lockdown is on. Fans' messages stay in their own rooms and are not carried over later. "
                        + "/lockdown off ends it.");
        MessageId raid = world.says(ROOM, "ann", "raid");
        world.restarts();
        world.edits(raid, "ann", "raid!");
        world.says(ROOM, "mei", "calm down");
        world.says(ROOM, "ada", "please");
        assertThat(lockdown("mei", "off")).isEqualTo("Lockdown is off.");
        world.says(ROOM, "ann", "sorry");

        assertThat(later.heard).containsExactly("mei: calm down", "ada: please", "ann: sorry");
        assertThat(world.room(ROOM))
                .containsExactly(BEGINS, "ann: raid!", "mei: calm down", "ada: please", ENDS, "ann: sorry");
        assertThat(world.room(CHINESE_ROOM))
                .containsExactly("Lyceum: 封锁中：管理员解除之前，粉丝在这里说的话不会转到其他房间。", "Lyceum: 封锁已解除：从现在起，这里的消息会照常转到其他房间。");
    }

    @Test
    void fansCannotBeginOneAndNothingHappensTwice() {
        assertThat(lockdown("ann", "on")).isEqualTo("This command is for moderators. Ask them if you need it.");
        assertThat(lockdown("mei", "off")).isEqualTo("Lockdown is not on.");
        assertThat(lockdown("mei", "maybe")).isEqualTo("“maybe” is not possible for “state”. Choose one of: on, off");
        lockdown("ada", "on");

        assertThat(lockdown("mei", "on")).isEqualTo("Lockdown is on already. /lockdown off ends it.");
        assertThat(world.room(ROOM)).containsExactly(BEGINS);
    }

    private String lockdown(String who, String state) {
        return world.commands(ROOM, who, "lockdown", Map.of("state", state));
    }
}
