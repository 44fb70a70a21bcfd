package lyceum.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lyceum.sandbox.demo.Scene.Beat;
import lyceum.sandbox.demo.Scene.Line;
import lyceum.sandbox.discord.DiscordSide;
import lyceum.sandbox.world.Limits;
import lyceum.sandbox.world.Side;
import lyceum.sandbox.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A performance of the story, with Discord alone on the stage. */
class StoryTest {
    private final World world = World.open(Limits.OFF, null);
    private final Side discord = new DiscordSide(world);
    private final Board board = new Board(List.of("discord"), true);
    private final Story story = new Story(
            new Cast(List.of(discord)),
            board,
            new Story.Script(
                    List.of(
                            new Beat("one"),
                            new Line("discord", "general", "ada", "hello"),
                            new Line("twitch", "ada", "carla", "hello"),
                            new Line("discord", "nowhere", "ada", "hello"),
                            new Beat("two"),
                            new Line("discord", "general", "ann", "thanks")),
                    Duration.ZERO),
            new Scenery(world, () -> "http://127.0.0.1:8080"));

    @AfterEach
    void stop() {
        discord.close();
        world.feed().close();
        world.people().close();
    }

    @Test
    void everyPlaceThatIsThereSaysItsLinesAndTheOthersArePassedOver() throws Exception {
        story.begin(false, Map.of("hello", "Good evening!", "thanks", "Thank you!"));

        awaitEnd();
        assertThat(discord.messages("general", null, 10).findValuesAsText("text"))
                .containsExactly("Good evening!", "Thank you!");
        assertThat(stand()).isEqualTo("{\"caption\":\"two\",\"beat\":2,\"beats\":2,\"running\":false}");
    }

    @Test
    void theFirstVisitorBeginsItAndTheSecondDoesNot() throws Exception {
        story.begin(true, Map.of());
        awaitEnd();

        story.begin(true, Map.of());

        assertThat(stand()).contains("\"running\":false");
        assertThat(discord.messages("general", null, 10)).hasSize(2);
        story.begin(false, Map.of());
        await().untilAsserted(
                        () -> assertThat(discord.messages("general", null, 10)).hasSize(4));
        awaitEnd();
    }

    private void awaitEnd() {
        await().untilAsserted(() -> assertThat(stand()).contains("\"beat\":2", "\"running\":false"));
    }

    private String stand() throws InterruptedException {
        return board.await(0, 0).json().path("story").toString();
    }
}
