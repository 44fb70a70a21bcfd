package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import lyceum.contract.SandboxStage;
import lyceum.contract.Scene;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group that becomes a supergroup stays the same room: for what is heard, for what is said, and after a restart. */
class MovingTest {
    @TempDir
    Path folder;

    private Sandbox sandbox;
    private SandboxStage stage;
    private Scene scene;

    @BeforeEach
    void open() throws PlatformRefused {
        sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
        stage = new SandboxStage(URI.create(sandbox.url()), "telegram", "general");
        scene = Scene.open(stage, () -> telegram(Set.of()));
    }

    private Telegram telegram(Set<RoomId> config) {
        TelegramSettings settings = new TelegramSettings(
                "1000:sandbox-hub",
                Set.of(),
                URI.create(sandbox.url() + "/telegram"),
                TelegramSettings.Pace.OFF,
                config,
                folder);
        return new Telegram(settings, InstantSource.system(), Phrases.of("contract"));
    }

    @AfterEach
    void close() {
        scene.close();
        stage.close();
        sandbox.close();
    }

    @Test
    void whatIsSaidAfterTheMoveIsSaidInTheSameRoomAndOnce() {
        stage.say("ann", "before");
        MessagePosted before = scene.ears().hear("before");

        stage.happens("migrate", Map.of());
        stage.say("ann", "after");
        MessagePosted after = scene.ears().hear("after");
        MessageId ours = scene.deliver(scene.post(Text.of("ours"))).getFirst();

        assertThat(after.message().room()).isEqualTo(before.message().room());
        assertThat(ours.room()).isEqualTo(scene.room());
        assertThat(Set.of(before.message(), after.message(), ours)).hasSize(3);
        assertThat(scene.standing("ours")).hasSize(1);
    }

    @Test
    void whatTheHubSaidAfterTheMoveIsChangedAndAnsweredAndWhatItSaidBeforeIsNot() {
        MessageId before = scene.deliver(scene.post(Text.of("old words"))).getFirst();
        stage.happens("migrate", Map.of());
        MessageId after = scene.deliver(scene.post(Text.of("new words"))).getFirst();

        assertThat(edit(after)).isInstanceOf(Outcome.Done.class);
        assertThat(edit(before))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(Phrases.english(refused.reason()))
                                .contains("before it became a supergroup"));
        scene.deliver(scene.post(Text.of("an answer")).answering(after));
        scene.deliver(scene.post(Text.of("an answer to what stayed behind")).answering(before));

        assertThat(scene.stands("changed").replyTo()).isNull();
        assertThat(scene.stands("an answer to what").replyTo()).isNull();
    }

    @Test
    void theMoveIsKnownAfterARestart() throws PlatformRefused {
        stage.happens("migrate", Map.of());
        stage.say("ann", "before the restart");
        RoomId room = scene.ears().hear("before the restart").message().room();
        scene.leave();
        scene.comeBack();

        stage.say("ann", "after the restart");
        assertThat(scene.ears().hear("after the restart").message().room()).isEqualTo(room);
        scene.deliver(scene.post(Text.of("ours as well")));
        assertThat(scene.standing("ours as well")).hasSize(1);
    }

    private Outcome edit(MessageId message) {
        return scene.as(Telegram.class).edit(new Edit(message, Document.of(Text.of("changed")), Language.EN, "test:"));
    }
}
