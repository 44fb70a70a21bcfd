package lyceum.javacord;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import lyceum.contract.ClientStage;
import lyceum.contract.DeletesContract;
import lyceum.contract.EditsContract;
import lyceum.contract.FilesContract;
import lyceum.contract.FormattingContract;
import lyceum.contract.HearsDeletionsContract;
import lyceum.contract.MentionsContract;
import lyceum.contract.MenusContract;
import lyceum.contract.NonceContract;
import lyceum.contract.PlatformContract;
import lyceum.contract.PrivateAnswersContract;
import lyceum.contract.ReactsContract;
import lyceum.contract.RemembersContract;
import lyceum.contract.RespondsContract;
import lyceum.contract.RestrictsContract;
import lyceum.contract.SandboxStage;
import lyceum.contract.Scene;
import lyceum.contract.SettlesContract;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.platform.Driver;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.discord.HttpsProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The laws that every platform keeps, kept by Javacord: it reaches the sandbox by Java's own options for proxies and trust. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JavacordContractTest
        implements PlatformContract,
                RemembersContract,
                FormattingContract,
                EditsContract,
                DeletesContract,
                ReactsContract,
                FilesContract,
                HearsDeletionsContract,
                MenusContract,
                RespondsContract,
                RestrictsContract,
                MentionsContract,
                PrivateAnswersContract,
                SettlesContract,
                NonceContract {
    private static final String TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAx.sandbox.hub";
    private static final String GUILD = "200000000000000001";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private HttpsProxy proxy;
    private Scene scene;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException, PlatformRefused {
        proxy = HttpsProxy.start(folder, sandbox.url());
        proxy.asProperties("").forEach(option -> {
            String[] parts = option.split("=", 2);
            System.setProperty(parts[0], parts[1]);
        });
        scene = Scene.open(
                new ClientStage(new SandboxStage(URI.create(sandbox.url()), "discord", "general")), this::platform);
    }

    private Platform platform() {
        try {
            return new JavacordDriver()
                    .open(
                            new Driver.Account(TOKEN, GUILD, Set.of(), "Moderator", "Creator", null),
                            new Driver.Surroundings(
                                    InstantSource.system(), Phrases.of("contract"), FilesContract.files()));
        } catch (PlatformRefused e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void close() {
        scene.close();
        proxy.close();
        sandbox.close();
    }

    @Override
    public Scene scene() {
        return scene;
    }
}
