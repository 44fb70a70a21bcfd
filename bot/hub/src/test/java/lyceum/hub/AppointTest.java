package lyceum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Appoint;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is appointed leaves at its instant, where a platform can settle and where it cannot, and nothing ends it early or twice. */
class AppointTest {
    private static final List<String> ROOMS = List.of("discord:@ann", "telegram:@ann");

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = World.open(folder, World.Cast.of(List.of(new Patient()), "hub"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Repeats what it hears in ten minutes. */
    private static final class Patient implements Feature {
        @Override
        public String name() {
            return "patient";
        }

        @Override
        public List<Class<? extends Event>> wants() {
            return List.of(MessagePosted.class);
        }

        @Override
        public Reaction on(Event event, Tx tx) {
            if (!(event instanceof MessagePosted posted)) {
                return Reaction.NONE;
            }
            List<Effect> effects = ROOMS.stream()
                    .<Effect>map(room -> new Appoint(
                            new Post(
                                    RoomId.parse(room),
                                    Document.of(Text.of(posted.text().plain())),
                                    Language.EN,
                                    null,
                                    null,
                                    "patient:repeat"),
                            tx.now().plus(Duration.ofMinutes(10))))
                    .toList();
            return Reaction.of(effects);
        }
    }

    private void stands(String... lines) {
        for (String room : ROOMS) {
            assertThat(world.room(room)).as(room).containsExactly(lines);
        }
    }

    @Test
    void nothingLeavesBeforeItsInstantAndEverythingThen() {
        world.says("discord:general", "ann", "hello");

        world.passes(Duration.ofMinutes(10).minusMillis(1));
        stands();
        world.passes(Duration.ofMillis(1));

        stands("Lyceum: hello");
    }

    @Test
    void aRestartMovesNothing() {
        world.says("discord:general", "ann", "hello");
        world.passes(Duration.ofMinutes(5));
        world.restarts();

        world.passes(Duration.ofMinutes(4));
        stands();
        world.passes(Duration.ofMinutes(1));

        stands("Lyceum: hello");
    }

    @Test
    void whatBecameDueWhileNoHubRanLeavesAtTheNextStart() {
        world.says("discord:general", "ann", "hello");

        world.isDownFor(Duration.ofHours(1));

        stands("Lyceum: hello");
    }

    @Test
    void whatIsAppointedLeavesInTheOrderOfTheInstants() {
        world.says("discord:general", "ann", "one");
        world.passes(Duration.ofMinutes(1));
        world.says("discord:general", "ann", "two");

        world.passes(Duration.ofHours(1));
        world.restarts();

        stands("Lyceum: one", "Lyceum: two");
    }
}
