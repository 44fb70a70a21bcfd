package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A raid of a minute, on a community of two hundred who go on talking. */
class BigRaidTest {
    private static final RoomId ROOM = RoomId.parse(Moderated.GROUP);
    private static final int MEMBERS = 200;
    /** One message in three milliseconds, as 20,000 in a minute are. */
    private static final Duration BETWEEN = Duration.ofMillis(3);

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = Moderated.open(folder, new Later());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRaidIsContainedWithinTwoSecondsHurtsNoMemberAndIsUndoneByOneCommand() {
        raid(100, 400);
    }

    @Test
    @Tag("soak")
    void aRaidOfFiveThousandAccountsAndTwentyThousandMessagesIsToo() {
        raid(5_000, 20_000);
    }

    private void joins(int raider) {
        Speaker speaker = new Speaker(
                new AuthorId(ROOM.platform(), "raider" + raider), "raider" + raider, null, Standing.FAN, false, null);
        Key key = new Key(ROOM.platform(), "join-" + raider, "");
        world.hears(new MemberJoined(key, speaker, ROOM, world.now()));
    }

    private void raid(int raiders, int messages) {
        for (int i = 0; i < MEMBERS; i++) {
            world.says(Moderated.GROUP, "member" + i, "my own words, which are number " + i);
            world.passes(Duration.ofSeconds(20));
        }
        world.passes(Duration.ofHours(1));
        Instant began = world.now();
        Instant contained = null;
        int told = 0;
        for (int i = 0; i < messages; i++) {
            if (i % (messages / raiders) == 0) {
                joins(i / (messages / raiders));
            }
            world.says(
                    Moderated.GROUP,
                    "raider" + i % raiders % (i / (messages / raiders) + 1),
                    "come to us, line " + i % 7);
            if (i % (messages / MEMBERS) == 0) {
                world.says(Moderated.GROUP, "member" + told, "what is happening here, asks number " + told++);
            }
            if (contained == null && !world.admissions("telegram").isEmpty()) {
                contained = world.now();
            }
            world.passes(BETWEEN);
        }

        assertThat(Duration.between(began, contained)).isLessThanOrEqualTo(Duration.ofSeconds(2));
        List<String> silenced = world.admissions("telegram");
        assertThat(silenced).allMatch(each -> each.startsWith("silence telegram:raider"));
        assertThat(world.room(Moderated.GROUP).stream().filter(line -> line.startsWith("member")))
                .hasSize(MEMBERS + told);
        System.out.printf(
                "raid: %d accounts, %d messages, contained after %d ms, %d accounts silenced, %d raid messages stand%n",
                raiders,
                messages,
                Duration.between(began, contained).toMillis(),
                silenced.size(),
                world.room(Moderated.GROUP).stream()
                        .filter(line -> line.startsWith("raider"))
                        .count());

        assertThat(world.commands(Moderated.ROOM, "mei", "undo", Map.of("case", "1")))
                .endsWith("[Do it]");
        world.chooses(world.message(Moderated.MODS, 0), "mei", "moderation:undo-now:case.1");

        assertThat(world.admissions("telegram").stream().filter(each -> each.startsWith("free")))
                .hasSize(silenced.size());
        assertThat(world.reads("select count(*) from moderation_deed where undone is null"))
                .containsExactly("0");
    }
}
