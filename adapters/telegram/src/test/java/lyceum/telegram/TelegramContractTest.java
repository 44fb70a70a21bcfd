package lyceum.telegram;

import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import lyceum.contract.DeletesContract;
import lyceum.contract.EditsContract;
import lyceum.contract.FilesContract;
import lyceum.contract.FormattingContract;
import lyceum.contract.MenusContract;
import lyceum.contract.PlatformContract;
import lyceum.contract.ReactsContract;
import lyceum.contract.RemembersContract;
import lyceum.contract.RespondsContract;
import lyceum.contract.RestrictsContract;
import lyceum.contract.SandboxStage;
import lyceum.contract.Scene;
import lyceum.contract.ThreadsContract;
import lyceum.contract.VoicedRepliesContract;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Telegram passes the laws of its abilities on the sandbox's wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelegramContractTest
        implements PlatformContract,
                RemembersContract,
                FormattingContract,
                EditsContract,
                DeletesContract,
                ReactsContract,
                FilesContract,
                RespondsContract,
                RestrictsContract,
                ThreadsContract,
                MenusContract,
                VoicedRepliesContract {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final SandboxStage stage = new SandboxStage(URI.create(sandbox.url()), "telegram", "general");
    private final Scene scene;

    TelegramContractTest() throws PlatformRefused {
        scene = Scene.open(
                stage,
                () -> new Telegram(settings(), InstantSource.system(), Phrases.of("contract"), FilesContract.files()));
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @AfterAll
    void close() {
        scene.close();
        stage.close();
        sandbox.close();
    }

    private TelegramSettings settings() {
        return new TelegramSettings(
                "1000:sandbox-hub",
                Set.of(RoomId.parse("telegram:-1001000000001")),
                URI.create(sandbox.url() + "/telegram"),
                TelegramSettings.Pace.OFF);
    }
}
