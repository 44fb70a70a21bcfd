package lyceum.discord;

import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import lyceum.contract.ClientStage;
import lyceum.contract.FilesContract;
import lyceum.contract.SandboxStage;
import lyceum.contract.Scene;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.platform.Driver;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;

/** The sandbox's guild with the hub's bot in it. */
final class SandboxGuild implements AutoCloseable {
    static final String TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAx.sandbox.hub";

    private final Sandbox sandbox;
    private final Scene scene;

    SandboxGuild(SandboxSettings settings) throws PlatformRefused {
        sandbox = Sandbox.start(settings);
        scene = Scene.open(
                new ClientStage(new SandboxStage(URI.create(sandbox.url()), "discord", "general")),
                () -> discord(sandbox, TOKEN));
    }

    static DiscordSettings settings(Sandbox sandbox, String token) {
        return new DiscordSettings(
                token,
                null,
                Set.of(),
                "Moderator",
                "Creator",
                new Driver.Extras(true, true),
                sandbox.url() + "/discord/api/v10/");
    }

    static Discord discord(Sandbox sandbox, String token) {
        return new Discord(
                settings(sandbox, token), InstantSource.system(), Phrases.of("contract"), FilesContract.files());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Scene scene() {
        return scene;
    }

    @Override
    public void close() {
        scene.close();
        sandbox.close();
    }
}
