package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.event.People.MemberLeft;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes and goes is told in the joined rooms, where that is wanted, and a raid is one line. */
class ComingsTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final RoomId GROUP = RoomId.parse(TELEGRAM);

    @TempDir
    Path folder;

    private @Nullable World open;
    private int happenings;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void whoComesAndWhoLeavesIsToldAMomentLaterAndTogether() {
        World world = world(true);

        comes(world, "telegram:1", "ann", GROUP);
        comes(world, "telegram:2", "bob", GROUP);
        leaves(world, "telegram:3", "carla", GROUP);
        assertThat(world.room(DISCORD)).isEmpty();
        world.passes(Duration.ofSeconds(6));

        assertThat(world.room(DISCORD))
                .containsExactly("Lyceum: ann, bob joined general (Telegram).\ncarla left general (Telegram).");
        assertThat(world.room(TELEGRAM)).isEmpty();
    }

    @Test
    void aRaidIsOneLineAMinute() {
        World world = world(true);

        for (int i = 0; i < 500; i++) {
            comes(world, "telegram:" + i, "raider " + i, GROUP);
            world.passes(Duration.ofMillis(200));
        }
        world.passes(Duration.ofMinutes(2));

        assertThat(world.room(DISCORD)).hasSizeBetween(2, 3);
        assertThat(world.room(DISCORD).getFirst()).matches("Lyceum: \\d+ people joined general \\(Telegram\\)\\.");
    }

    @Test
    void whoLooksInOnlyOrReloadsIsNotTold() {
        World world = world(true);

        comes(world, "telegram:1", "ann", GROUP);
        leaves(world, "telegram:1", "ann", GROUP);
        leaves(world, "telegram:2", "bob", GROUP);
        comes(world, "telegram:2", "bob", GROUP);
        world.passes(Duration.ofMinutes(2));

        assertThat(world.room(DISCORD)).isEmpty();
    }

    @Test
    void whoJoinsAPlaceAsAWholeIsToldForItsFirstRoom() {
        World world = world(true);

        comes(world, "discord:1", "小明", RoomId.whole(RoomId.parse(DISCORD).platform()));
        comes(world, "telegram:9", "eve", RoomId.parse("telegram:subscribers"));
        world.passes(Duration.ofSeconds(6));

        assertThat(world.room(TELEGRAM)).containsExactly("Lyceum: 小明 joined general (Discord).");
        assertThat(world.room(DISCORD)).isEmpty();
    }

    @Test
    void programsAreNotToldAndWhereItIsNotWantedNobodyIs() {
        World world = world(false);

        comes(world, "telegram:1", "ann", GROUP);
        world.passes(Duration.ofMinutes(1));

        assertThat(world.room(DISCORD)).isEmpty();
    }

    private World world(boolean comings) {
        BridgeSettings settings = new BridgeSettings(
                "Lyceum",
                List.of(new Link("general", List.of(RoomId.parse(DISCORD), GROUP))),
                ZoneOffset.UTC,
                Language.EN,
                Map.of(),
                List.of(),
                true,
                comings,
                Set.of());
        Members members = new Members(new MembersSettings(ZoneOffset.UTC, Language.EN, Map.of()));
        World world =
                World.open(folder, World.Cast.of(List.of(members, new Bridge(settings)), "hub", "members", "bridge"));
        open = world;
        return world;
    }

    private void comes(World world, String account, String name, RoomId room) {
        world.hears(new MemberJoined(key(account), speaker(account, name), room, world.now()));
    }

    private void leaves(World world, String account, String name, RoomId room) {
        world.hears(new MemberLeft(key(account), speaker(account, name), room, world.now()));
    }

    private Key key(String account) {
        AuthorId id = AuthorId.parse(account);
        return new Key(id.platform(), id.value(), "happening " + ++happenings);
    }

    private static Speaker speaker(String account, String name) {
        return new Speaker(AuthorId.parse(account), name, null, Standing.FAN, false, null);
    }
}
