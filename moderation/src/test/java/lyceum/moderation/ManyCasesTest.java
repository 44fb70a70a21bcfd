package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.moderation.policy.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many cases, many moderators: nothing is decided twice, and all of it can be taken back. */
class ManyCasesTest {
    private static final String ROOM = "discord:general";
    private static final String MODS = "discord:moderators";
    private static final List<String> ACTS = List.of("remove", "warn", "timeout", "kick", "ban");

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        ModerationSettings settings = new ModerationSettings(
                List.of(RoomId.parse(MODS)),
                List.of(RoomId.parse(ROOM)),
                Duration.ofDays(15),
                ZoneOffset.UTC,
                Language.EN,
                Map.of(),
                new Guards(Set.of(), 3, new Guards.Most(60, 1_000_000, 1_000_000)),
                Duration.ofDays(180),
                false);
        Gate gate = new Gate(
                settings,
                new Remembering(Policy.RELAXED, Engine.Limit.NONE),
                new Audit(new byte[32]),
                new BackTest(new Screen(
                        Policy.RELAXED, new WordLists(List.of(), List.of("free nitro")), Engine.Limit.NONE)));
        WordLists words = new WordLists(List.of(), List.of("free nitro"));
        world = World.open(
                folder,
                World.Cast.of(List.of(new Everybody(), gate, new Later()), "hub", "moderation")
                        .scoring(new Screen(Policy.RELAXED, words, Engine.Limit.NONE)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eightModeratorsDecideEachCaseOnce() {
        decidedByEight(60);
    }

    @Test
    @Tag("soak")
    void eightModeratorsDecideEachOfTenThousandCasesOnce() {
        decidedByEight(10_000);
    }

    @Test
    void whatWasDoneByMixedDecisionsIsTakenBackExactly() {
        takenBack(50);
    }

    @Test
    @Tag("soak")
    void whatWasDoneByAThousandMixedDecisionsIsTakenBackExactly() {
        takenBack(1_000);
    }

    private void decidedByEight(int many) {
        for (int i = 1; i <= many; i++) {
            world.says(ROOM, "fan" + i, "free nitro " + i);
            world.passes(Duration.ofSeconds(20));
        }
        for (int i = 1; i <= many; i++) {
            for (int each = 0; each < 8; each++) {
                String act = ACTS.get((i + each) % ACTS.size());
                world.chooses(world.message(MODS, i - 1), each % 2 == 0 ? "mei" : "ada", "moderation:" + act + ":" + i);
            }
        }
        assertThat(world.reads("select count(*) from moderation_deed")).containsExactly(Integer.toString(many));
        assertThat(world.reads("select count(distinct case_id) from moderation_deed"))
                .containsExactly(Integer.toString(many));
    }

    private void takenBack(int many) {
        for (int i = 1; i <= many; i++) {
            world.says(ROOM, "fan" + i, "free nitro " + i);
            world.passes(Duration.ofSeconds(20));
        }
        List<String> before = new ArrayList<>(world.room(ROOM));
        for (int i = 1; i <= many; i++) {
            world.chooses(world.message(MODS, i - 1), "mei", "moderation:" + ACTS.get(i % ACTS.size()) + ":" + i);
        }
        assertThat(world.room(ROOM)).isEmpty();

        for (int again = 0; again < 2; again++) {
            world.chooses(world.message(MODS, 0), "ada", "moderation:undo-now:by." + ("mei".hashCode() & 0x7fffffff));
        }

        assertThat(world.room(ROOM)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(world.reads("select count(*) from moderation_deed where undone is null"))
                .containsExactly("0");
    }
}
