package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import lyceum.contract.SandboxStage;
import lyceum.contract.Scene;
import lyceum.contract.Shown;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topic that was deleted is made again, by the hub or by people, and stays the same room. */
class RemakingTest {
    @TempDir
    Path folder;

    private Sandbox sandbox;
    private SandboxStage group;
    private SandboxStage topic;
    private Scene scene;

    @BeforeEach
    void open() throws PlatformRefused {
        sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
        group = new SandboxStage(URI.create(sandbox.url()), "telegram", "general");
        topic = group.thread("heaps");
        topic.say("ann", "the first word");
        scene = Scene.open(topic, this::telegram);
    }

    private Telegram telegram() {
        TelegramSettings settings = new TelegramSettings(
                "1000:sandbox-hub",
                Set.of(),
                URI.create(sandbox.url() + "/telegram"),
                TelegramSettings.Pace.OFF,
                Set.of(),
                folder);
        return new Telegram(settings, InstantSource.system(), Phrases.of("contract"));
    }

    @AfterEach
    void close() {
        scene.close();
        topic.close();
        group.close();
        sandbox.close();
    }

    @Test
    void whatIsSaidInATopicThatIsGoneStandsInAnotherOfTheSameName() {
        topic.say("ann", "before");
        RoomId room = scene.ears().hear("before").message().room();
        topic.happens("remove", Map.of());

        MessageId ours = scene.deliver(scene.post(Text.of("ours"))).getFirst();
        String answered = topic.say("ann", "after");

        assertThat(ours.room()).isEqualTo(room);
        assertThat(topic.messages()).extracting(Shown::text).contains("ours", "after");
        MessagePosted after = scene.ears().hear("after");
        assertThat(after.message()).isEqualTo(new MessageId(room, answered));
        assertThat(after.replyTo()).isNull();
    }

    @Test
    void aTopicThatPeopleMadeAgainIsTheSameRoomAtOnce() {
        topic.say("ann", "before");
        RoomId room = scene.ears().hear("before").message().room();
        topic.happens("remove", Map.of());

        topic.say("ann", "in the new one");

        assertThat(scene.ears().hear("in the new one").message().room()).isEqualTo(room);
        scene.deliver(scene.post(Text.of("ours")));
        assertThat(topic.messages()).extracting(Shown::text).contains("in the new one", "ours");
    }

    @Test
    void aSecondTopicOfTheSameNameIsAnotherRoom() {
        topic.say("ann", "before");
        RoomId room = scene.ears().hear("before").message().room();
        topic.changeThread("ada", "piles", true);
        group.thread("heaps").say("ann", "elsewhere");
        group.thread("piles").changeThread("ada", "heaps", true);

        assertThat(scene.ears().hear("elsewhere").message().room()).isNotEqualTo(room);
    }

    @Test
    void whereItStandsNowIsKnownAfterARestart() throws PlatformRefused {
        topic.say("ann", "before");
        RoomId room = scene.ears().hear("before").message().room();
        topic.happens("remove", Map.of());
        scene.deliver(scene.post(Text.of("ours")));
        scene.leave();
        scene.comeBack();

        topic.say("ann", "after the restart");

        assertThat(scene.ears().hear("after the restart").message().room()).isEqualTo(room);
        scene.deliver(scene.post(Text.of("ours as well")));
        assertThat(topic.messages()).extracting(Shown::text).contains("ours", "ours as well");
    }
}
