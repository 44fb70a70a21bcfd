package lyceum.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import lyceum.contract.SandboxStage;
import lyceum.contract.Scene;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Place.ThreadGone;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a thread is deleted is known at once, and where nobody was there to hear of it, by the first word said in vain. */
class GoneThreadTest {
    private Sandbox sandbox;
    private SandboxStage channel;
    private SandboxStage thread;
    private Scene scene;
    private RoomId room;

    @BeforeEach
    void open() throws PlatformRefused {
        sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
        channel = new SandboxStage(URI.create(sandbox.url()), "discord", "general");
        scene = Scene.open(channel, () -> SandboxGuild.discord(sandbox, SandboxGuild.TOKEN));
        thread = channel.thread("heaps");
        thread.say("ann", "why a heap?");
        room = scene.ears().hear("why a heap?").message().room();
    }

    @AfterEach
    void close() {
        scene.close();
        thread.close();
        channel.close();
        sandbox.close();
    }

    @Test
    void aThreadThatPeopleDeleteIsTold() {
        thread.happens("remove", Map.of());

        assertThat(scene.ears().hear(ThreadGone.class, _ -> true).thread()).isEqualTo(room);
    }

    @Test
    void oneThatWentWhileNobodyListenedIsToldWithTheFirstWordInVain() throws PlatformRefused {
        scene.leave();
        thread.happens("remove", Map.of());
        scene.comeBack();

        Outcome own = scene.platform().post(said(null), scene.nonce());
        Outcome voiced = scene.platform().post(said(new Voice("bob", null)), scene.nonce());

        assertThat(own).isInstanceOf(Outcome.Refused.class);
        assertThat(voiced).isInstanceOf(Outcome.Refused.class);
        assertThat(scene.ears().all(ThreadGone.class)).containsExactly(new ThreadGone(room), new ThreadGone(room));
    }

    private Post said(@Nullable Voice voice) {
        return new Post(room, Document.of(Text.of("because")), Language.EN, voice, null, "contract:");
    }
}
