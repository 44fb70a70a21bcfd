package lyceum.twitch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import lyceum.contract.ComingsContract;
import lyceum.contract.DeletesContract;
import lyceum.contract.GapContract;
import lyceum.contract.HearsDeletionsContract;
import lyceum.contract.MenusContract;
import lyceum.contract.PlatformContract;
import lyceum.contract.RespondsContract;
import lyceum.contract.RestrictsContract;
import lyceum.contract.SandboxStage;
import lyceum.contract.Scene;
import lyceum.contract.VoicedRepliesContract;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Twitch passes the laws of its abilities on the sandbox's wire. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwitchContractTest
        implements PlatformContract,
                GapContract,
                DeletesContract,
                HearsDeletionsContract,
                RespondsContract,
                RestrictsContract,
                MenusContract,
                ComingsContract,
                VoicedRepliesContract {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final SandboxStage stage = new SandboxStage(URI.create(sandbox.url()), "twitch", "ada");
    private final Path folder = Files.createTempDirectory("lyceum-twitch-");
    private final Scene scene;

    TwitchContractTest() throws PlatformRefused, IOException {
        scene = Scene.open(stage, () -> new Twitch(settings(), InstantSource.system(), Phrases.of("contract")));
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @AfterAll
    void close() throws IOException {
        scene.close();
        stage.close();
        sandbox.close();
        Files.deleteIfExists(folder.resolve("twitch.json"));
        Files.deleteIfExists(folder);
    }

    private TwitchSettings settings() {
        return new TwitchSettings(
                new TwitchSettings.Account("sandbox-hub", null),
                null,
                "ada",
                URI.create(sandbox.url() + "/twitch"),
                folder.resolve("twitch.json"),
                TwitchSettings.Pace.OFF,
                true);
    }
}
