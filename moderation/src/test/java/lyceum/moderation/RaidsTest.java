package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.moderation.policy.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a raid, of those who were there before, and of a class that says hello. */
class RaidsTest {
    private static final String ROOM = "telegram:general";
    private static final String MODS = "discord:moderators";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        ModerationSettings settings = new ModerationSettings(
                List.of(RoomId.parse(MODS)),
                List.of(RoomId.parse(ROOM)),
                Duration.ofMinutes(15),
                ZoneOffset.UTC,
                Language.EN,
                Map.of());
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
    void aRaidIsContainedNoMemberIsHurtAndOneCommandTakesAllOfItBack() {
        for (int i = 0; i < 30; i++) {
            world.says(ROOM, "member" + i, "my own words " + i);
        }
        world.passes(Duration.ofHours(1));

        for (int i = 0; i < 60; i++) {
            world.says(ROOM, "raider" + i, "good evening to all of you here");
            world.says(ROOM, "member" + i % 30, "what is going on, number " + i);
        }

        assertThat(world.room(ROOM).stream().filter(line -> line.startsWith("raider")))
                .hasSizeLessThan(12);
        assertThat(world.room(ROOM).stream().filter(line -> line.startsWith("member")))
                .hasSize(90);
        assertThat(world.admissions("telegram"))
                .hasSizeGreaterThan(48)
                .allMatch(each -> each.startsWith("silence telegram:raider"));
        assertThat(world.room(MODS)).hasSize(1);
        assertThat(world.room(MODS).getFirst()).contains("A raid (telegram)").endsWith("[Undo]");
        int contained = world.admissions("telegram").size();

        assertThat(world.presses(MODS, "mei", "Undo")).endsWith("[Do it]");
        world.chooses(world.message(MODS, 0), "mei", "moderation:undo-now:case.1");

        assertThat(world.admissions("telegram").stream().filter(each -> each.startsWith("free")))
                .hasSize(contained);
    }

    @Test
    void aClassThatSaysHelloAtOnceIsNoRaid() {
        for (int i = 0; i < 40; i++) {
            world.says(ROOM, "student" + i, "hello, I am student " + i);
        }

        assertThat(world.room(ROOM)).hasSize(40);
        assertThat(world.admissions("telegram")).isEmpty();
    }
}
